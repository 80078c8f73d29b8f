package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.statistic.RateRatio;
import java.util.List;
import java.util.Optional;

/**
 * How far a value is from an earlier one.
 *
 * @param since period of the earlier value
 * @param difference null across a break, unless asked for: the two are not of the same thing
 * @param percent of the earlier value; null like that, and when there is nothing to divide by
 * @param ratio to the earlier value; null like that, where nothing tells of chance, and where the two have periods in common
 * @param isSignificant whether it is more than chance; null when that cannot be told
 */
public record Change(
        Period since, Double difference, Double percent, RateRatio ratio, Boolean isSignificant, boolean crossesBreak) {

    /**
     * Whether changes are told across breaks, and of what length the values are.
     *
     * @param breaks of the data sets that the values are made from
     */
    public record Rule(List<Break> breaks, boolean acrossBreaks, Window window) {

        private boolean parts(Period since, Measure after) {
            return breaks.stream()
                    .filter(each -> each.isOf(after.territory().code()))
                    .anyMatch(each -> each.parts(window.first(since), after.period()));
        }
    }

    /** Empty when one of the two is not there, or is not made as whole as the other. */
    public static Optional<Change> between(Measure before, Measure after, Rule rule) {
        if (before.value() == null || after.value() == null || !areAlike(before, after)) {
            return Optional.empty();
        }
        Period since = before.period();
        boolean crosses = rule.parts(since, after);
        if (crosses && !rule.acrossBreaks()) {
            return Optional.of(new Change(since, null, null, null, null, true));
        }
        boolean areApart = !rule.window().share(since, after.period());
        double difference = after.value() - before.value();
        return Optional.of(new Change(
                since,
                difference,
                before.value() > 0 ? Double.valueOf(100 * difference / before.value()) : null,
                areApart ? Chance.ratio(after, before).orElse(null) : null,
                areApart ? Chance.separates(after, before).orElse(null) : null,
                crosses));
    }

    private static boolean areAlike(Measure before, Measure after) {
        return before.coverage().months() == after.coverage().months()
                && !before.isFarFromComplete()
                && !after.isFarFromComplete();
    }
}
