package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Reads which query parameters an operation knows, following references within the merged document. */
final class Parameters {

    private final JsonNode document;

    Parameters(JsonNode document) {
        this.document = document;
    }

    /** Names, with true for those whose schema is a list and which may therefore be repeated. */
    Map<String, Boolean> ofQuery(JsonNode operation) {
        Map<String, Boolean> known = new HashMap<>();
        for (JsonNode written : operation.path("parameters")) {
            JsonNode parameter = resolved(written);
            if (parameter.path("in").asText().equals("query")) {
                boolean holdsOthers = parameter.path("style").asText().equals("deepObject");
                known.put(
                        parameter.path("name").asText() + (holdsOthers ? Operation.OF_OTHERS : ""),
                        isList(resolved(parameter.path("schema"))));
            }
        }
        return known;
    }

    private static boolean isList(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return type.asText().equals("array");
        }
        for (JsonNode alternative : type) {
            if (alternative.asText().equals("array")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode written) {
        String reference = written.path("$ref").asText();
        if (reference.isEmpty()) {
            return written;
        }
        JsonNode target = reference.startsWith("#/") ? document.at(reference.substring(1)) : null;
        if (target == null || target.isMissingNode()) {
            throw new ContractException("the reference " + reference + " leads nowhere");
        }
        return target;
    }
}
