package cl.observatory.query.statistic;

/**
 * What a value may be by chance alone: 95 % of such intervals hold the value that the same conditions give in the long
 * run. It speaks of random variation only, not of what was never reported.
 */
public record Interval(double lower, double upper) {

    private static final double Z = 1.959964;

    /**
     * Interval of a count by Byar's approximation to the Poisson distribution.
     *
     * @param count 0 or more
     */
    public static Interval ofCount(long count) {
        double cases = (double) count;
        double above = cases + 1;
        double lower = count == 0 ? 0 : cases * cube(1 - 1 / (9 * cases) - Z / (3 * Math.sqrt(cases)));
        return new Interval(lower, above * cube(1 - 1 / (9 * above) + Z / (3 * Math.sqrt(above))));
    }

    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }

    private static double cube(double base) {
        return base * base * base;
    }
}
