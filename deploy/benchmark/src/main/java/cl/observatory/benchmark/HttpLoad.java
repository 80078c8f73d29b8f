package cl.observatory.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Readers of one server, all on one thread. In a closed loop each asks again as soon as it is answered. In an open loop
 * requests are due at a fixed rate, whether or not earlier ones were answered, and the time of an answer counts from when
 * its request was due, so that a server which stops for a while is charged for everybody who would have come.
 */
final class HttpLoad {

    private static final double NANOS = 1e9;

    /** Between two looks whether a request is due; the kernel makes about twice as much of it. */
    private static final long PAUSE_NANOSECONDS = 20_000;

    private final InetSocketAddress address;
    private final int readers;

    HttpLoad(InetSocketAddress address, int readers) {
        this.address = address;
        this.readers = readers;
    }

    /** Looks at every answer; false counts as a failure. */
    @FunctionalInterface
    interface Check {
        boolean isGood(HttpConnection answer);
    }

    /**
     * What came of it.
     *
     * @param failures answers that were not good
     */
    record Outcome(double seconds, long failures, Latencies latencies) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    static Check status(int expected) {
        return answer -> answer.status() == expected;
    }

    Outcome closed(Supplier<byte[]> requests, Duration duration, Check check) throws IOException {
        return run(requests, 0, duration, check);
    }

    Outcome open(Supplier<byte[]> requests, double perSecond, Duration duration, Check check) throws IOException {
        return run(requests, perSecond, duration, check);
    }

    private Outcome run(Supplier<byte[]> requests, double perSecond, Duration duration, Check check)
            throws IOException {
        List<HttpConnection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            Deque<HttpConnection> idle = new ArrayDeque<>();
            for (int i = 0; i < readers; i++) {
                all.add(new HttpConnection(address, selector));
            }
            idle.addAll(all);
            return new Run(selector, idle, requests, perSecond, check).until(duration);
        } finally {
            for (HttpConnection connection : all) {
                connection.close();
            }
        }
    }

    /** One run; times are those of {@link System#nanoTime}. */
    private static final class Run {

        private final Selector selector;
        private final Deque<HttpConnection> idle;
        private final Supplier<byte[]> requests;
        private final double interval;
        private final Check check;
        private final Latencies latencies = new Latencies();
        private final int connections;
        private long failures;
        private long sent;

        Run(Selector selector, Deque<HttpConnection> idle, Supplier<byte[]> requests, double perSecond, Check check) {
            this.selector = selector;
            this.idle = idle;
            this.requests = requests;
            this.interval = perSecond == 0 ? 0 : NANOS / perSecond;
            this.check = check;
            this.connections = idle.size();
        }

        Outcome until(Duration duration) throws IOException {
            long start = System.nanoTime();
            long end = start + duration.toNanos();
            long now = start;
            while (now < end || idle.size() < connections) {
                if (now < end) {
                    send(start, now);
                }
                if (interval == 0) {
                    selector.select(this::received);
                } else if (selector.selectNow(this::received) == 0) {
                    LockSupport.parkNanos(PAUSE_NANOSECONDS);
                }
                now = System.nanoTime();
            }
            return new Outcome((System.nanoTime() - start) / NANOS, failures, latencies);
        }

        private void send(long start, long now) throws IOException {
            while (!idle.isEmpty()) {
                long due = interval == 0 ? now : start + (long) (sent * interval);
                if (due > now) {
                    return;
                }
                idle.pop().send(requests.get(), due);
                sent++;
            }
        }

        private void received(SelectionKey key) {
            HttpConnection connection = (HttpConnection) key.attachment();
            try {
                if (connection.receive()) {
                    latencies.add(System.nanoTime() - connection.due());
                    if (!check.isGood(connection)) {
                        failures++;
                    }
                    idle.push(connection);
                }
            } catch (IOException lost) {
                throw new IllegalStateException("a connection was lost", lost);
            }
        }
    }
}
