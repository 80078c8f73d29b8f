package cl.observatory.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** How long answers took, each one kept. */
final class Latencies {

    private static final double NANOS_OF_A_MILLISECOND = 1e6;

    private long[] nanoseconds = new long[1 << 12];
    private int count;

    void add(long taken) {
        if (count == nanoseconds.length) {
            nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
        }
        nanoseconds[count++] = taken;
    }

    void addTo(Latencies all) {
        for (int i = 0; i < count; i++) {
            all.add(nanoseconds[i]);
        }
    }

    int count() {
        return count;
    }

    double median() {
        return milliseconds(0.5);
    }

    double p99() {
        return milliseconds(0.99);
    }

    private double milliseconds(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanoseconds, 0, count);
        return nanoseconds[Math.min(count - 1, (int) (share * count))] / NANOS_OF_A_MILLISECOND;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.2f ms, p99 %.2f ms", median(), p99());
    }
}
