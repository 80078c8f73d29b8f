package cl.observatory.gateway.contract;

import io.vertx.core.http.HttpMethod;
import java.util.Map;

/**
 * One method of one path, and the service that answers it.
 *
 * @param template the path with its parameters in braces
 * @param operationId null when the contract gives none
 * @param queryParameters the known query parameters; true for those that may be repeated
 */
public record Operation(
        HttpMethod method,
        String template,
        String service,
        String operationId,
        Map<String, Boolean> queryParameters,
        BodyRule body) {

    public Operation {
        queryParameters = Map.copyOf(queryParameters);
    }
}
