package cl.observatory.gateway.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** A problem as it goes over the wire (RFC 9457). */
public final class ProblemDocument {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** In bytes; the same as that of every body and answer of the operations that are confidential. */
    public static final int FIXED_SIZE = 16_384;

    /** Keeps no buffers for the next document: they would keep what this one repeats of a request. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .build())
            .build();

    private ProblemDocument() {}

    /**
     * A document whose length tells nothing of what was refused: white space follows it. It names no request.
     *
     * @param instance as in {@link #of}
     */
    public static byte[] ofFixedSize(Problem problem, Language language, String instance) {
        byte[] document = of(problem, language, instance, null);
        if (document.length > FIXED_SIZE) {
            document = of(problem.withFindings(List.of()), language, instance, null);
        }
        byte[] padded = Arrays.copyOf(document, FIXED_SIZE);
        Arrays.fill(padded, document.length, FIXED_SIZE, (byte) ' ');
        return padded;
    }

    /**
     * @param instance the path of the request; null when the path itself is what was refused
     * @param requestId null when it has none
     */
    public static byte[] of(Problem problem, Language language, String instance, String requestId) {
        ProblemType type = problem.type();
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("type", type.uri())
                .put("title", type.title().in(language))
                .put("status", type.status())
                .put("detail", problem.detail().in(language));
        if (instance != null) {
            document.put("instance", instance);
        }
        document.put("code", type.name());
        if (requestId != null) {
            document.put("requestId", requestId);
        }
        if (!problem.findings().isEmpty()) {
            ArrayNode errors = document.putArray("errors");
            problem.findings().forEach(finding -> add(errors.addObject(), finding, language));
        }
        try {
            return JSON.writeValueAsBytes(document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void add(ObjectNode error, Finding finding, Language language) {
        error.put("parameter", finding.parameter())
                .put("code", finding.code())
                .put("message", finding.message().in(language));
        if (finding.hint() != null) {
            error.put("hint", finding.hint().in(language));
        }
    }
}
