package cl.observatory.query.statistic;

import java.util.Optional;

/**
 * How many times another rate a rate is, with its 95 % interval: on the scale of logarithms the ratio of two independent
 * counts has the standard error √(1/n₁ + 1/n₂). Where one of the two counts is zero, ½ is added to both. Of two zeros there
 * is no ratio.
 *
 * @param value with ½ added where one count is zero, like the interval
 * @param interval it speaks of random variation only
 */
public record RateRatio(double value, Interval interval) {

    private static final double Z = 1.959964;

    /**
     * Counts with what they are divided by.
     *
     * @param count 0 or more
     * @param people more than 0; of counts that are not divided, 1
     */
    public record Rate(long count, long people) {}

    /** Of the first to the second; empty for two zeros. */
    public static Optional<RateRatio> of(Rate one, Rate other) {
        if (one.count == 0 && other.count == 0) {
            return Optional.empty();
        }
        double logarithm = logarithm(one, other);
        double half = half(one, other);
        return Optional.of(new RateRatio(
                Math.exp(logarithm), new Interval(Math.exp(logarithm - half), Math.exp(logarithm + half))));
    }

    /** Whether the interval of the ratio of two rates does not hold 1: they differ by more than chance. */
    public static boolean differ(Rate one, Rate other) {
        return (one.count > 0 || other.count > 0) && Math.abs(logarithm(one, other)) > half(one, other);
    }

    private static double logarithm(Rate one, Rate other) {
        double added = added(one, other);
        return Math.log(((one.count + added) * other.people) / ((other.count + added) * one.people));
    }

    private static double half(Rate one, Rate other) {
        double added = added(one, other);
        return Z * Math.sqrt(1 / (one.count + added) + 1 / (other.count + added));
    }

    private static double added(Rate one, Rate other) {
        return one.count == 0 || other.count == 0 ? 0.5 : 0;
    }
}
