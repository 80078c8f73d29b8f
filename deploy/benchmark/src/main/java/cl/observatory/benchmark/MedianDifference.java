package cl.observatory.benchmark;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The difference of two medians with its 95 % interval: where it lies when as many timings are drawn anew from those that
 * there are, again and again. In microseconds.
 */
record MedianDifference(double value, double low, double high) {

    private static final int DRAWS = 4_000;
    private static final double TAIL = 0.025;
    private static final double NANOSECONDS = 1_000;

    /** Of nanoseconds, in ascending order: the first less the second. */
    static MedianDifference of(long[] first, long[] second, SplittableRandom random) {
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            drawn[i] = (drawnMedian(first, random) - drawnMedian(second, random)) / NANOSECONDS;
        }
        Arrays.sort(drawn);
        return new MedianDifference(
                (first[first.length / 2] - second[second.length / 2]) / NANOSECONDS,
                drawn[(int) (TAIL * DRAWS)],
                drawn[(int) ((1 - TAIL) * DRAWS)]);
    }

    private static long drawnMedian(long[] sorted, SplittableRandom random) {
        int[] times = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            times[random.nextInt(sorted.length)]++;
        }
        int at = 0;
        for (int below = times[0]; below <= sorted.length / 2; below += times[at]) {
            at++;
        }
        return sorted[at];
    }

    boolean hasZero() {
        return low <= 0 && high >= 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%+.2f µs, 95 %% from %+.2f to %+.2f µs, zero lies %s",
                value,
                low,
                high,
                hasZero() ? "within" : "outside");
    }
}
