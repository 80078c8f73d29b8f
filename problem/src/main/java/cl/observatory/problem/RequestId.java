package cl.observatory.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * The id by which the gateway, the logs and a problem document speak of one request: the one that the gateway sends, or
 * one of our own. Every answer bears it, and so does every line that is logged on the request's behalf; unless the
 * service has no such ids ({@link ProblemConfig#requestIds()}).
 */
@ApplicationScoped
public class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** Its name in the logs, and among what is kept with a request. */
    private static final String KEY = "requestId";

    private static final Pattern FORM = Pattern.compile("[0-9a-zA-Z-]{8,64}");

    /** Before every filter of the platform, so that their lines bear it too. */
    private static final int FIRST = 10_000;

    private final ProblemConfig config;

    RequestId(ProblemConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        if (config.requestIds()) {
            filters.register(RequestId::give, FIRST);
        }
    }

    private static void give(RoutingContext request) {
        String given = request.request().getHeader(HEADER);
        String id = given != null && FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        request.put(KEY, id);
        request.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        request.next();
    }

    static Optional<String> of(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }
}
