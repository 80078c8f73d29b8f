package cl.observatory.gateway.door;

import cl.observatory.gateway.exchange.Exchange;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * All that is told of confidential requests: how many there were by the day, and how many of them we failed. Made at the
 * start, so that the series are there before the first request.
 */
@Startup
@ApplicationScoped
class ConfidentialCounts {

    private static final int FIRST_FAILURE = 500;

    private final DailyCount served;
    private final DailyCount failed;

    ConfidentialCounts(MeterRegistry registry, Clock clock) {
        served = count(registry, clock, "served");
        failed = count(registry, clock, "failed");
    }

    private static DailyCount count(MeterRegistry registry, Clock clock, String outcome) {
        DailyCount count = new DailyCount(clock);
        FunctionCounter.builder("gateway.confidential.requests", count, DailyCount::told)
                .description("Whole days only, each rounded down to a multiple of five")
                .tag("outcome", outcome)
                .register(registry);
        return count;
    }

    void count(Exchange exchange) {
        boolean answered = exchange.response().ended();
        if (answered && exchange.response().getStatusCode() < FIRST_FAILURE) {
            served.add();
        } else {
            failed.add();
        }
    }
}
