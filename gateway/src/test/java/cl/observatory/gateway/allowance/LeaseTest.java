package cl.observatory.gateway.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LeaseTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:10Z");

    private final MovableClock clock = new MovableClock(START);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<Long> wanted = new ArrayList<>();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    private long inStore = 100;
    private boolean silent;

    private final Lease lease = new Lease(
            new Lease.Limit("burst", 100, Span.MINUTE),
            new BigDecimal("0.1"),
            clock,
            waiting::add,
            (begin, amount) -> take(amount),
            new LeaseMetrics(registry));

    private Grant take(long amount) {
        wanted.add(amount);
        if (silent) {
            throw new IllegalStateException("silent");
        }
        long granted = Math.min(amount, inStore);
        inStore -= granted;
        return new Grant(granted, inStore);
    }

    private void storeAnswers() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private int allowedOf(int requests) {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += lease.take().allowed() ? 1 : 0;
        }
        return allowed;
    }

    @Test
    void firstRequestIsServedBeforeTheStoreIsAskedAndIsPaidForAfterwards() {
        // When
        Standing first = lease.take();

        // Then
        assertTrue(first.allowed());
        assertEquals(99, first.remaining());
        assertEquals(50, first.reset());
        assertEquals(List.of(), wanted);
        storeAnswers();
        assertEquals(List.of(3L), wanted, "one that is owed, and a first slice of two");
    }

    @Test
    void onlyASmallPartIsLentWhileTheStoreIsAsked() {
        // When
        int allowed = allowedOf(50);

        // Then
        assertEquals(100 / 16, allowed);
        assertEquals(1, waiting.size());
        assertEquals(1, lease.take().retry());
    }

    @Test
    void allIsServedThatThereIsAndNoMore() {
        // When
        int allowed = 0;
        for (int i = 0; i < 200; i++) {
            allowed += allowedOf(1);
            storeAnswers();
        }

        // Then
        assertEquals(100, allowed);
        Standing refused = lease.take();
        assertFalse(refused.allowed());
        assertEquals(0, refused.remaining());
        assertEquals(50, refused.retry(), "until the minute ends");
        assertTrue(waiting.isEmpty(), "a store that has nothing left is not asked again");
    }

    @Test
    void whatOthersHaveTakenIsGone() {
        // Given
        allowedOf(1);
        storeAnswers();

        // When
        inStore = 0;
        int allowed = 0;
        for (int i = 0; i < 50; i++) {
            allowed += allowedOf(1);
            storeAnswers();
        }

        // Then
        assertTrue(allowed <= 100 / 16, "lent before it was known: " + allowed);
        assertFalse(lease.take().allowed());
    }

    @Test
    void nextMinuteBeginsAnewAndALateAnswerForTheLastCountsNowhere() {
        // Given
        allowedOf(200);
        inStore = 0;

        // When
        clock.move(Duration.ofSeconds(50));
        lease.take();
        waiting.remove().run();

        // Then
        assertTrue(lease.take().allowed(), "the answer, that nothing is left, was about the minute before");
    }

    @Test
    void replicaWhoseStoreIsSilentSpendsItsShareAndSaysSo() {
        // Given
        silent = true;
        allowedOf(1);
        storeAnswers();

        // When
        int allowed = allowedOf(200);

        // Then
        assertEquals(5 + 10, allowed, "the rest of what may be lent, and a tenth of the allowance");
        assertEquals(10.0, registry.get("gateway.allowance.alone").counter().count());
        assertEquals(
                1.0,
                registry.get("gateway.allowance.leases")
                        .tag("outcome", "failed")
                        .counter()
                        .count());
        assertTrue(waiting.isEmpty(), "it is left in peace for a second");
    }

    @Test
    void storeThatAnswersAgainIsToldWhatWasSpentMeanwhile() {
        // Given
        silent = true;
        allowedOf(1);
        storeAnswers();
        allowedOf(200);

        // When
        silent = false;
        clock.move(Duration.ofSeconds(2));
        lease.take();
        storeAnswers();

        // Then
        assertTrue(wanted.getLast() >= 16, "owed: " + wanted);
        assertEquals(100 - wanted.getLast(), inStore);
    }

    @Test
    void storeThatTakesTooLongIsASilentOne() {
        // Given
        int lent = allowedOf(200);

        // When
        clock.move(Duration.ofSeconds(2));

        // Then
        assertEquals(6, lent);
        assertEquals(10, allowedOf(200));
    }

    @Test
    void requestThatAnotherLimitRefusedIsGivenBack() {
        lease.take();
        lease.giveBack();

        assertEquals(99, lease.take().remaining());
    }
}
