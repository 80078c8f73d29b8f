package cl.observatory.gateway.allowance;

import io.github.bucket4j.Bucket;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * What one replica holds of one allowance. It leases slices from the store ahead of need and spends them; a request never
 * waits. While a slice is on its way, it spends a small part of what was left on credit, and asks for as much more.
 *
 * <pre>
 *   a slice in hand ──▶ on credit, the store is asked ──▶ a slice in hand
 *                           │       └──▶ the store has nothing left: refused until the window ends
 *                           └──▶ the store is silent: spends its local share, and asks again every second
 * </pre>
 *
 * <p>Slices begin small and double with the demand, up to a sixteenth of what is left, so that little lies unused with a
 * replica that has no callers.
 */
final class Lease {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long FIRST_SLICE = 2;
    private static final long PART_IN_A_SLICE = 16;
    private static final long PART_ON_CREDIT = 16;

    private final String policy;
    private final long quota;
    private final Span span;
    private final Clock clock;
    private final Executor threads;
    private final BiFunction<Instant, Long, Grant> store;
    private final LeaseMetrics metrics;
    private final Bucket localShare;

    private Instant begin = Instant.MIN;
    private long balance;
    private long left;
    private long slice;
    private boolean asking;
    private Instant askedAt = Instant.MIN;
    private boolean silent;

    /**
     * @param store leases from the window that began at an instant as much as it can of an amount; throws {@link
     *     IllegalStateException} when it does not answer
     */
    Lease(
            Limit limit,
            BigDecimal share,
            Clock clock,
            Executor threads,
            BiFunction<Instant, Long, Grant> store,
            LeaseMetrics metrics) {
        this.policy = limit.policy();
        this.quota = limit.quota();
        this.span = limit.span();
        this.clock = clock;
        this.threads = threads;
        this.store = store;
        this.metrics = metrics;
        long local = Math.max(1, BigDecimal.valueOf(quota).multiply(share).longValue());
        this.localShare = Bucket.builder()
                .withCustomTimePrecision(new ClockMeter(clock))
                .addLimit(bandwidth -> bandwidth.capacity(local).refillGreedy(local, span.length()))
                .build();
    }

    /** What a limit is: its name to callers, and how much there is in a window. */
    record Limit(String policy, long quota, Span span) {}

    synchronized Standing take() {
        Instant now = clock.instant();
        turn(now);
        boolean allowed = balance > -credit() || (isSilent(now) && takeLocally());
        if (allowed) {
            balance--;
        }
        askWhenLow(now);
        long reset = secondsToEnd(now);
        return new Standing(
                policy,
                quota,
                span.length().toSeconds(),
                allowed,
                allowed ? Math.max(0, left + balance) : 0,
                reset,
                left > 0 ? 1 : reset);
    }

    /** Of a request that another limit has refused. */
    synchronized void giveBack() {
        balance++;
    }

    private void turn(Instant now) {
        Instant current = span.beginOf(now);
        if (!current.equals(begin)) {
            begin = current;
            balance = 0;
            left = quota;
            slice = FIRST_SLICE;
            asking = false;
        }
    }

    /** At least one, or the first request of a caller would be refused. */
    private long credit() {
        return left == 0 ? 0 : Math.max(1, left / PART_ON_CREDIT);
    }

    private boolean isSilent(Instant now) {
        return silent || (asking && askedAt.plus(PATIENCE).isBefore(now));
    }

    private boolean takeLocally() {
        boolean taken = left > 0 && localShare.tryConsume(1);
        if (taken) {
            metrics.countAlone();
        }
        return taken;
    }

    private void askWhenLow(Instant now) {
        boolean mayAsk = !asking && left > 0 && !(silent && now.isBefore(askedAt.plus(PATIENCE)));
        if (mayAsk && balance < Math.max(1, slice / 2)) {
            asking = true;
            askedAt = now;
            long wanted = Math.max(0, -balance) + slice;
            Instant window = begin;
            threads.execute(() -> ask(window, wanted));
        }
    }

    private void ask(Instant window, long wanted) {
        try {
            settle(window, store.apply(window, wanted));
        } catch (IllegalStateException unanswered) {
            metrics.countFailed();
            giveUp();
        }
    }

    private synchronized void settle(Instant window, Grant grant) {
        metrics.countAnswered(grant);
        silent = false;
        if (window.equals(begin)) {
            asking = false;
            balance += grant.granted();
            left = grant.left();
            slice = Math.max(1, Math.min(slice * 2, left / PART_IN_A_SLICE));
        }
    }

    private synchronized void giveUp() {
        silent = true;
        asking = false;
    }

    private long secondsToEnd(Instant now) {
        Duration rest = Duration.between(now, begin.plus(span.length()));
        return Math.max(1, rest.plusMillis(999).toSeconds());
    }
}
