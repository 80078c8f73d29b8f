package cl.observatory.gateway.allowance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How the store answers, and how much is spent without it. */
@ApplicationScoped
class LeaseMetrics {

    private final Counter taken;
    private final Counter exhausted;
    private final Counter failed;
    private final Counter alone;

    @Inject
    LeaseMetrics(MeterRegistry registry) {
        taken = outcome(registry, "taken");
        exhausted = outcome(registry, "exhausted");
        failed = outcome(registry, "failed");
        alone = Counter.builder("gateway.allowance.alone")
                .description("Requests counted against a replica's own share, since the store did not answer")
                .register(registry);
    }

    private static Counter outcome(MeterRegistry registry, String outcome) {
        return Counter.builder("gateway.allowance.leases")
                .description("Slices asked of the store")
                .tag("outcome", outcome)
                .register(registry);
    }

    void countAnswered(Grant grant) {
        (grant.granted() > 0 ? taken : exhausted).increment();
    }

    void countFailed() {
        failed.increment();
    }

    void countAlone() {
        alone.increment();
    }
}
