package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.statistic.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * How far a value is from the one before.
 *
 * @param since period of the value before
 * @param difference null across a break, unless asked for: the two are not of the same thing
 * @param percent of the value before; null like that, and when there is nothing to divide by
 * @param isSignificant whether it is more than chance, by the test for independent waves; null when that cannot be told
 */
public record Change(Period since, Double difference, Double percent, Boolean isSignificant, boolean crossesBreak) {

    /**
     * Empty when one of the two is not there, or is not made as whole as the other.
     *
     * @param acrossBreaks whether it is told across a break as well
     */
    public static Optional<Change> between(Measure before, Measure after, List<Break> breaks, boolean acrossBreaks) {
        if (before.value() == null || after.value() == null || !areAlike(before, after)) {
            return Optional.empty();
        }
        Period since = before.period();
        boolean crosses = breaks.stream()
                .filter(each -> each.isOf(after.territory().code()))
                .anyMatch(each -> each.parts(since, after.period()));
        if (crosses && !acrossBreaks) {
            return Optional.of(new Change(since, null, null, null, true));
        }
        double difference = after.value() - before.value();
        return Optional.of(new Change(
                since,
                difference,
                before.value() > 0 ? Double.valueOf(100 * difference / before.value()) : null,
                isSignificant(before.estimate(), after.estimate()),
                crosses));
    }

    private static Boolean isSignificant(Estimate before, Estimate after) {
        if (before == null || after == null) {
            return null;
        }
        return after.differsFrom(before).orElse(null);
    }

    private static boolean areAlike(Measure before, Measure after) {
        return before.coverage().months() == after.coverage().months()
                && !before.isFarFromComplete()
                && !after.isFarFromComplete();
    }
}
