package cl.observatory.query.measure;

import cl.observatory.query.statistic.RateRatio;
import java.util.Optional;

/**
 * Whether two values of an indicator differ by more than chance, by what they are made of: counts and rates by the
 * interval of their ratio, estimates by their standard errors. The two are taken as independent.
 */
public final class Chance {

    private Chance() {}

    /** Whether anything tells how far chance moves a value. */
    public static boolean isKnownOf(Measure measure) {
        return measure.estimate() == null
                ? measure.interval() != null
                : measure.estimate().standardError() != null;
    }

    /** Empty when that cannot be told of one of them. */
    public static Optional<Boolean> separates(Measure one, Measure other) {
        if (!isKnownOf(one) || !isKnownOf(other)) {
            return Optional.empty();
        }
        return one.estimate() == null
                ? Optional.of(RateRatio.differ(rate(one), rate(other)))
                : one.estimate().differsFrom(other.estimate());
    }

    /** How many times the other the one is; empty for estimates, for two zeros, and when nothing tells of chance. */
    public static Optional<RateRatio> ratio(Measure one, Measure other) {
        boolean counted = one.estimate() == null && isKnownOf(one) && isKnownOf(other);
        return counted ? RateRatio.of(rate(one), rate(other)) : Optional.empty();
    }

    private static RateRatio.Rate rate(Measure measure) {
        return new RateRatio.Rate(
                measure.count(),
                measure.divisor() == null ? 1 : measure.divisor().number());
    }
}
