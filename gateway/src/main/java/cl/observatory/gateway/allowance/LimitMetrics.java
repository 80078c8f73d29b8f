package cl.observatory.gateway.allowance;

import cl.observatory.gateway.contract.RouteClass;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** How many requests were let in, and which limit refused the others. */
@ApplicationScoped
class LimitMetrics {

    enum Outcome {
        ALLOWED("allowed"),
        OVER_KEY("over-key"),
        OVER_POOL("over-pool"),
        OVER_PREFIX("over-prefix");

        private final String value;

        Outcome(String value) {
            this.value = value;
        }
    }

    private final Map<RouteClass, Map<Outcome, Counter>> counters = new EnumMap<>(RouteClass.class);

    LimitMetrics(MeterRegistry registry) {
        for (RouteClass routeClass : RouteClass.values()) {
            Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(
                        outcome,
                        registry.counter(
                                "gateway.allowance.requests", "class", routeClass.value(), "outcome", outcome.value));
            }
            counters.put(routeClass, outcomes);
        }
    }

    void count(RouteClass routeClass, Outcome outcome) {
        counters.get(routeClass).get(outcome).increment();
    }
}
