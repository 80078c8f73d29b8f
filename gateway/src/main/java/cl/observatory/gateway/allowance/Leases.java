package cl.observatory.gateway.allowance;

import cl.observatory.gateway.contract.RouteClass;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ExecutorService;

/** What this replica holds of the allowances of keys and of the pool. */
@ApplicationScoped
class Leases {

    /** Far more than the keys that are in use on one day; a lease that is forgotten loses its slice. */
    private static final int REMEMBERED = 50_000;

    private record Use(Subject subject, Lease.Limit limit) {}

    private final LoadingCache<Use, Lease> leases;

    Leases(
            AllowanceConfig config,
            Windows windows,
            Clock clock,
            @VirtualThreads ExecutorService threads,
            LeaseMetrics metrics) {
        leases = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .build(use -> new Lease(
                        use.limit(),
                        config.localShare(),
                        clock,
                        threads,
                        (begin, wanted) -> windows.take(
                                use.subject(), begin, wanted, use.limit().quota()),
                        metrics));
    }

    Lease burst(String subject, RouteClass routeClass, Allowance allowance) {
        return leases.get(new Use(
                new Subject(subject, routeClass, Span.MINUTE),
                new Lease.Limit("burst", allowance.perMinute(), Span.MINUTE)));
    }

    Lease daily(String subject, RouteClass routeClass, Allowance allowance) {
        return leases.get(new Use(
                new Subject(subject, routeClass, Span.DAY), new Lease.Limit("daily", allowance.perDay(), Span.DAY)));
    }
}
