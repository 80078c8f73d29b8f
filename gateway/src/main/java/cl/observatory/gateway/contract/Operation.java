package cl.observatory.gateway.contract;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one path, and the service that answers it.
 *
 * @param template the path with its parameters in braces
 * @param operationId null when the contract gives none
 * @param queryParameters the known query parameters by name, or by name and {@code []} when they hold others; true for
 *     those that may be repeated
 * @param open whether it is served to anybody
 * @param confidential whether nothing may tell that, or when, it was asked for
 * @param kind what it is to the limits
 */
public record Operation(
        HttpMethod method,
        String template,
        String service,
        String operationId,
        Map<String, Boolean> queryParameters,
        BodyRule body,
        boolean open,
        boolean confidential,
        OperationKind kind) {

    /** Behind the name of a parameter that holds others: {@code c[]} stands for {@code c[TIME_PERIOD]} and all its like. */
    static final String OF_OTHERS = "[]";

    public Operation {
        queryParameters = Map.copyOf(queryParameters);
    }

    /**
     * Whether a query parameter may be repeated; empty when there is none of that name.
     *
     * @param name as it was written
     */
    public Optional<Boolean> repeatable(String name) {
        int bracket = name.indexOf('[');
        String known = bracket > 0 && name.endsWith("]") ? name.substring(0, bracket) + OF_OTHERS : name;
        return Optional.ofNullable(queryParameters.get(known));
    }
}
