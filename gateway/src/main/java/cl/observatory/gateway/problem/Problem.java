package cl.observatory.gateway.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One refusal or failure, before it is put into a language.
 *
 * @param headers what the answer carries besides the document, such as {@code Allow}
 */
public record Problem(ProblemType type, Bilingual detail, List<Finding> findings, Map<String, String> headers) {

    public Problem {
        findings = List.copyOf(findings);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type) {
        return of(type, type.description());
    }

    public static Problem of(ProblemType type, Bilingual detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    public Problem withFindings(List<Finding> found) {
        return new Problem(type, detail, found, headers);
    }

    public Problem withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, findings, more);
    }
}
