package cl.observatory.query.statistic;

import java.util.Optional;

/**
 * An estimate of a survey with what was published of how sure it is. No standard error is made from an interval or from a
 * coefficient of variation: on which scale a publisher made these is not known.
 *
 * @param standardError in the unit of the value; like those that follow, null when it was not published
 * @param published the publisher's own 95 % interval
 * @param sampleSize interviews, unweighted
 */
public record Estimate(
        Statistic statistic,
        double value,
        Double standardError,
        Interval published,
        Long sampleSize,
        Long degreesOfFreedom) {

    /** Beyond it, a change is more than chance: 1 of 20 changes that there are not goes as far. */
    private static final double SIGNIFICANT = 1.96;

    public Reliability reliability() {
        return Reliability.of(statistic, value, standardError, sampleSize, degreesOfFreedom);
    }

    /** The publisher's own; without one, value ± t × standard error; null when neither can be told. */
    public Interval interval() {
        if (published != null) {
            return published;
        }
        if (standardError == null || degreesOfFreedom == null || degreesOfFreedom < 1) {
            return null;
        }
        double half = StudentT.quantile(degreesOfFreedom) * standardError;
        return new Interval(value - half, value + half);
    }

    /** Whether another wave differs by more than chance; empty when a standard error is missing. */
    public Optional<Boolean> differsFrom(Estimate other) {
        if (standardError == null || other.standardError == null) {
            return Optional.empty();
        }
        double error = Math.hypot(standardError, other.standardError);
        return Optional.of(Math.abs(value - other.value) > SIGNIFICANT * error);
    }
}
