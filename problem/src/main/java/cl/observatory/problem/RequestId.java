package cl.observatory.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/** The id by which the gateway, the logs and a problem document speak of one request. */
@RequestScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("[0-9a-zA-Z-]{8,64}");

    private final String value;

    RequestId(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        value = given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    RequestId() {
        value = "";
    }

    public String value() {
        return value;
    }
}
