package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** One operation as the public document shows it. */
final class OperationDocument {

    /** The one way to be known at the door; a service's own scheme is the token that only the gateway holds. */
    private static final String SCHEME = "ApiKey";

    private static final String ANONYMOUS_SCOPE = "data:read";

    /** Marks an operation of which nothing may tell that, or when, it was asked for. */
    private static final String CONFIDENTIAL = "x-confidential";

    private OperationDocument() {}

    /**
     * @param shared the parameters of the path, which are written into each of its operations, since the operations of
     *     one path may belong to two services
     */
    static ObjectNode of(JsonNode written, JsonNode shared) {
        ObjectNode operation = written.deepCopy();
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        shared.forEach(parameter -> {
            if (!overridden(parameter, written.path("parameters"))) {
                parameters.add(parameter);
            }
        });
        written.path("parameters").forEach(parameters::add);
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
        operation.set("security", security(written.path("security")));
        return operation;
    }

    /** Whether the operation, as the public document shows it, is served to a caller without a key. */
    static boolean isOpen(ObjectNode operation) {
        for (JsonNode requirement : operation.path("security")) {
            if (requirement.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    static boolean isConfidential(ObjectNode operation) {
        return operation.path(CONFIDENTIAL).asBoolean();
    }

    private static boolean overridden(JsonNode parameter, JsonNode by) {
        for (JsonNode other : by) {
            if (parameter.path("name").equals(other.path("name"))
                    && parameter.path("in").equals(other.path("in"))) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode security(JsonNode written) {
        TreeSet<String> scopes = new TreeSet<>();
        written.forEach(
                requirement -> requirement.forEach(listed -> listed.forEach(scope -> scopes.add(scope.asText()))));
        ArrayNode security = JsonNodeFactory.instance.arrayNode();
        if (scopes.isEmpty() || scopes.contains(ANONYMOUS_SCOPE)) {
            security.addObject();
        }
        ArrayNode needed = security.addObject().putArray(SCHEME);
        scopes.forEach(needed::add);
        return security;
    }
}
