package cl.observatory.gateway.door;

import cl.observatory.gateway.exchange.Exchange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Counts and times requests. Every label comes from a closed set, so that no caller can make the series grow. */
@ApplicationScoped
class RequestMetrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;
    private final ConfidentialCounts confidential;

    RequestMetrics(MeterRegistry registry, ConfidentialCounts confidential) {
        this.registry = registry;
        this.confidential = confidential;
    }

    /** Has the time taken when the last byte of the answer is written, or when the caller hangs up before. */
    void watch(Exchange exchange) {
        if (exchange.isConfidential()) {
            exchange.response().endHandler(end -> confidential.count(exchange));
            return;
        }
        Timer.Sample sample = Timer.start(registry);
        exchange.whenEnded(() -> sample.stop(registry.timer(
                "gateway.requests",
                "route",
                exchange.route(),
                "method",
                method(exchange),
                "status",
                status(exchange))));
    }

    private static String method(Exchange exchange) {
        String method = exchange.request().method().name();
        return METHODS.contains(method) ? method : "other";
    }

    private static String status(Exchange exchange) {
        return exchange.response().ended() ? exchange.response().getStatusCode() / 100 + "xx" : "aborted";
    }
}
