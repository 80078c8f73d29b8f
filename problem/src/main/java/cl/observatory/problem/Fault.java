package cl.observatory.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is wrong with a request, before it is put into words.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, null for a parameter
 * @param parameter name of the query parameter or header, null for the body
 * @param code {@code fault.CODE} has its words in the bundle of the problem it belongs to
 * @param arguments for the placeholders of the words
 */
public record Fault(String pointer, String parameter, String code, List<Object> arguments) {

    public static Fault inBody(String pointer, String code, Object... arguments) {
        return new Fault(pointer, null, code, List.of(arguments));
    }

    public static Fault inParameter(String parameter, String code, Object... arguments) {
        return new Fault(null, parameter, code, List.of(arguments));
    }

    FieldError in(Locale language, ProblemType catalogue) {
        return new FieldError(
                pointer,
                parameter,
                code,
                words(language, catalogue, "").orElseThrow(),
                words(language, catalogue, ".hint").orElse(null));
    }

    private Optional<String> words(Locale language, ProblemType catalogue, String part) {
        String key = "fault." + code + part;
        return catalogue
                .words(language, key, arguments.toArray())
                .or(() -> CommonProblem.INVALID_REQUEST.words(language, key, arguments.toArray()));
    }
}
