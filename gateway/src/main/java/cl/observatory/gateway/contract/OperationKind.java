package cl.observatory.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an operation is to the limits, by its method and by what its contract lists; never by its path. */
public enum OperationKind {
    READ,
    /** Answers as a table when that is asked for. */
    EXPORTABLE,
    /** Answers as a table and in no other way. */
    EXPORT,
    WRITE,
    ADMINISTRATION;

    private static final List<String> TABLES = List.of("csv", "ndjson", "parquet");
    private static final String ADMINISTRATIVE_SCOPE = "partners:admin";

    static OperationKind of(HttpMethod method, JsonNode operation) {
        if (isAdministrative(operation)) {
            return ADMINISTRATION;
        }
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            return WRITE;
        }
        Set<String> answers = new HashSet<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .forEach(response ->
                        response.getValue().path("content").fieldNames().forEachRemaining(answers::add));
        if (answers.stream().noneMatch(OperationKind::isTable)) {
            return READ;
        }
        return answers.stream().allMatch(OperationKind::isTable) ? EXPORT : EXPORTABLE;
    }

    /**
     * @param asked the value of the parameter {@code format}, or else of the header {@code Accept}; empty when there is none
     */
    public RouteClass routeClass(String asked) {
        return switch (this) {
            case READ -> RouteClass.READ;
            case EXPORTABLE -> isTable(asked) ? RouteClass.EXPORT : RouteClass.READ;
            case EXPORT -> RouteClass.EXPORT;
            case WRITE -> RouteClass.WRITE;
            case ADMINISTRATION -> RouteClass.ADMINISTRATION;
        };
    }

    private static boolean isTable(String media) {
        String lower = media.toLowerCase(Locale.ROOT);
        return TABLES.stream().anyMatch(lower::contains);
    }

    private static boolean isAdministrative(JsonNode operation) {
        for (JsonNode requirement : operation.path("security")) {
            for (JsonNode scopes : requirement) {
                for (JsonNode scope : scopes) {
                    if (scope.asText().equals(ADMINISTRATIVE_SCOPE)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
