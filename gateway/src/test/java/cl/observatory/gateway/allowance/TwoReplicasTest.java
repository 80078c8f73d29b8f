package cl.observatory.gateway.allowance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.contract.RouteClass;
import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two replicas under load on one database, within one minute that does not end. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class TwoReplicasTest {

    private static final int LOAD = 4;
    private static final long SPREAD_NANOS = 3_000_000_000L;

    @Inject
    Windows windows;

    @ParameterizedTest
    @CsvSource({"60, 50", "600, 50", "6000, 50", "60, 90", "600, 90", "6000, 90", "600, 100"})
    void togetherTheyLetInWhatThereIs(int quota, int percentOfFirst) throws Exception {
        // Given
        String subject = UUID.randomUUID().toString();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Lease first = replica(subject, quota, threads);
            Lease second = replica(subject, quota, threads);
            // Each has a caller at the beginning, so that each holds something.
            int early = (first.take().allowed() ? 1 : 0) + (second.take().allowed() ? 1 : 0);

            // When
            int requests = quota * LOAD;
            Future<Integer> atFirst = threads.submit(() -> load(first, requests * percentOfFirst / 100));
            Future<Integer> atSecond = threads.submit(() -> load(second, requests * (100 - percentOfFirst) / 100));
            int allowed = early + atFirst.get() + atSecond.get();

            // Then
            assertTrue(allowed >= quota * 0.9 && allowed <= quota * 1.1, allowed + " of " + quota);
        }
    }

    private Lease replica(String subject, int quota, ExecutorService threads) {
        return new Lease(
                new Lease.Limit("burst", quota, Span.MINUTE),
                new BigDecimal("0.25"),
                new MovableClock(Instant.parse("2026-03-01T12:00:10Z")),
                threads,
                (begin, wanted) ->
                        windows.take(new Subject(subject, RouteClass.READ, Span.MINUTE), begin, wanted, quota),
                new LeaseMetrics(new SimpleMeterRegistry()));
    }

    private static int load(Lease lease, int requests) {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += lease.take().allowed() ? 1 : 0;
            LockSupport.parkNanos(SPREAD_NANOS / requests);
        }
        return allowed;
    }
}
