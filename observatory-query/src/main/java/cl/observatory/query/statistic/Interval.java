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

    /**
     * Interval of a share by Wilson's score, as a part of 1.
     *
     * @param part 0 or more
     * @param whole at least the part, and at least 1
     */
    public static Interval ofShare(long part, long whole) {
        double number = (double) whole;
        double share = part / number;
        double shrinking = 1 + Z * Z / number;
        double centre = (share + Z * Z / (2 * number)) / shrinking;
        double half = Z * Math.sqrt(share * (1 - share) / number + Z * Z / (4 * number * number)) / shrinking;
        return new Interval(part == 0 ? 0 : centre - half, part == whole ? 1 : centre + half);
    }

    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }

    private static double cube(double base) {
        return base * base * base;
    }
}
