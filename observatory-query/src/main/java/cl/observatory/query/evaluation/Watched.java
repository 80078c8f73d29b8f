package cl.observatory.query.evaluation;

import cl.observatory.events.time.Period;
import cl.observatory.query.breaks.Break;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.detection.CountSeries;
import cl.observatory.query.measure.Measure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of a territory over consecutive periods, as a rule sees them.
 *
 * @param measures in the order of time
 * @param breaks that concern the territory
 * @param isProvisional whether all of the release may be revised
 * @param hidesSmallCounts whether what is missing may be hidden because it is small
 */
record Watched(List<Measure> measures, List<Break> breaks, boolean isProvisional, boolean hidesSmallCounts) {

    Measure measure(int index) {
        return measures.get(index);
    }

    boolean isProvisional(int index) {
        Measure measure = measure(index);
        return isProvisional
                || measure.status() == ObsStatus.P
                || measure.flags().contains(ObsStatus.P);
    }

    /** Why the value of a period cannot be judged by itself, whatever the method; empty when it can. */
    Optional<NotJudged> flaw(int index, boolean includeProvisional, boolean allowBreak) {
        Measure measure = measure(index);
        if (measure.value() == null) {
            return Optional.of(NotJudged.NO_VALUE);
        }
        if (measure.isPartial()) {
            return Optional.of(NotJudged.PARTIAL_PERIOD);
        }
        if (measure.isIncomplete()) {
            return Optional.of(NotJudged.INCOMPLETE);
        }
        if (measure.isUnreliable()) {
            return Optional.of(NotJudged.UNRELIABLE);
        }
        if (isProvisional(index) && !includeProvisional) {
            return Optional.of(NotJudged.PROVISIONAL);
        }
        boolean isSplit = breaks.stream().anyMatch(each -> each.splits(measure.period()));
        return isSplit && !allowBreak ? Optional.of(NotJudged.WITHIN_BREAK) : Optional.empty();
    }

    /** Whether any value before an index is hidden, or is a sum that lacks what may be hidden. */
    boolean isHiddenBefore(int index) {
        return measures.subList(0, index).stream()
                .anyMatch(measure -> measure.status() == ObsStatus.Q
                        || (hidesSmallCounts && (measure.value() == null || measure.isIncomplete())));
    }

    /** Index of the first period that compares with the one of an index: behind the last break before it. */
    int comparableFrom(int index) {
        Period period = measure(index).period();
        Optional<Break> last = breaks.stream()
                .filter(each -> each.point(period.frequency()).compareTo(period) <= 0)
                .max(Comparator.comparing(each -> each.from().start()));
        if (last.isEmpty()) {
            return 0;
        }
        Period point = last.get().point(period.frequency());
        Period from = last.get().splits(point) ? point.plus(1) : point;
        return Math.max(0, from.ordinal() - measures.getFirst().period().ordinal());
    }

    /**
     * The counts from one index on, with the people that they were counted among.
     *
     * @param from what lies before is not used
     */
    CountSeries counts(int from) {
        CountSeries series = new CountSeries(measures.getFirst().period(), measures.size());
        for (int index = from; index < measures.size(); index++) {
            if (isCounted(index)) {
                Measure measure = measure(index);
                series.put(
                        index,
                        measure.count(),
                        measure.divisor() == null ? 1 : measure.divisor().value());
            }
        }
        return series;
    }

    /** Index of the first period from one on that has a count that can be used. */
    int firstCounted(int from) {
        int index = from;
        while (index < measures.size() && !isCounted(index)) {
            index++;
        }
        return index;
    }

    private boolean isCounted(int index) {
        Measure measure = measure(index);
        return measure.value() != null && measure.count() != null && !measure.isPartial() && !measure.isIncomplete();
    }
}
