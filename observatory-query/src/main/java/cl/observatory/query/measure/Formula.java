package cl.observatory.query.measure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.CellAttributes.Place;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.Cube.Carried;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.Denominator.Found;
import cl.observatory.query.measure.Measure.Coverage;
import cl.observatory.query.measure.Measure.Reason;
import cl.observatory.query.statistic.Estimate;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.Territories.Territory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes values of an indicator from sums, or from cells that are never added up.
 *
 * @param denominator empty but for a rate or a share
 * @param attributes of estimates
 */
record Formula(
        IndicatorDefined indicator, Sums counts, Optional<Denominator> denominator, Map<Place, Attributes> attributes) {

    /** Below, the count's standard error is more than 22 % of it, and that of a share of so many up to 11 points. */
    private static final int SMALL_COUNT = 20;

    private static final int SMALL_POPULATION = 2_000;

    Formula(IndicatorDefined indicator, Sums counts, Optional<Denominator> denominator) {
        this(indicator, counts, denominator, Map.of());
    }

    /**
     * A value that can be told.
     *
     * @param interval null when nothing says how far chance goes
     * @param estimate null when it is none
     */
    private record Valued(double value, Interval interval, Estimate estimate, boolean isUnreliable) {}

    Measure measure(Territory territory, Period period) {
        Optional<Cube.Sum> cells = counts.find(territory, period);
        Optional<Cube.Sum> count = cells.filter(sum -> sum.value() != null);
        Found found = denominator
                .map(some -> some.find(territory, period, counts.window()))
                .orElse(Found.NOTHING);
        Reason reason = reason(territory, period, count, found);
        Set<ObsStatus> statuses = EnumSet.of(ObsStatus.A);
        cells.map(Cube.Sum::status).ifPresent(statuses::add);
        count.filter(sum -> sum.carried() == Carried.SPLIT).ifPresent(divided -> statuses.add(ObsStatus.E));
        Optional.ofNullable(found.status()).ifPresent(statuses::add);
        double yearly = found.divisor() != null && found.divisor().isPeople()
                ? counts.window().factor(period.frequency())
                : 1;
        Valued valued = reason == null ? valued(count.orElseThrow(), found.divisor(), yearly) : null;
        if (valued != null && yearly != 1) {
            statuses.add(ObsStatus.E);
        }
        if (valued != null && valued.isUnreliable()) {
            statuses.add(ObsStatus.U);
        } else if (valued == null && statuses.stream().noneMatch(ObsStatus::isOfMissing)) {
            statuses.add(ObsStatus.O);
        }
        ObsStatus status = List.copyOf(statuses).getLast();
        statuses.remove(status);
        statuses.remove(ObsStatus.A);
        return new Measure(
                territory,
                period,
                count.filter(sum -> hasAllCodes(sum) && sum.carried() != Carried.UNKNOWN)
                        .map(Cube.Sum::value)
                        .orElse(null),
                found.divisor(),
                valued == null ? null : Double.valueOf(valued.value()),
                valued == null ? null : valued.interval(),
                status,
                List.copyOf(statuses),
                coverage(territory, period, count, found),
                reason,
                counts.dataset().decimals(),
                counts.dataset().addsUp(),
                valued == null ? null : valued.estimate());
    }

    private Valued valued(Cube.Sum count, Divisor divisor, double yearly) {
        DatasetDefined dataset = counts.dataset();
        if (dataset.hasEstimates()) {
            Estimate estimate = attributes
                    .getOrDefault(new Place(count.area(), count.period()), Attributes.NONE)
                    .estimate(dataset, count.value());
            return new Valued(
                    estimate.value(), estimate.interval(), estimate, estimate.reliability() == Reliability.UNRELIABLE);
        }
        double factor = divisor == null ? 1 : yearly * indicator.per() / divisor.value();
        double value = count.value() / Math.pow(10, dataset.decimals()) * factor;
        if (!isCounted(dataset)) {
            return new Valued(value, null, null, false);
        }
        if (indicator.tellsShare()) {
            return share(value, count.value(), divisor.number());
        }
        boolean few = count.value() < SMALL_COUNT || (divisor != null && divisor.number() < SMALL_POPULATION);
        return new Valued(value, Interval.ofCount(count.value()).times(factor), null, few);
    }

    /** Of two counts that are no part and whole, each moves by chance on its own, and no interval is made of the two. */
    private Valued share(double value, long count, long whole) {
        if (Boolean.TRUE.equals(indicator.partOfWhole())) {
            Interval interval = Interval.ofShare(count, whole).times(indicator.per());
            return new Valued(value, interval, null, whole < SMALL_COUNT);
        }
        return new Valued(value, null, null, Math.min(count, whole) < SMALL_COUNT);
    }

    /** Chance moves what is counted one by one by as much as its number says; of pesos it says nothing. */
    private static boolean isCounted(DatasetDefined dataset) {
        return dataset.kind().equals("COUNT") || dataset.kind().equals("POPULATION");
    }

    private Coverage coverage(Territory territory, Period period, Optional<Cube.Sum> count, Found found) {
        return new Coverage(
                counts.window().months(period.frequency()),
                count.map(this::months).orElse(0),
                count.map(Cube.Sum::cells).orElse(0),
                counts.expectedCells(territory, period),
                found.silent());
    }

    private int months(Cube.Sum count) {
        return count.periods() * counts.monthsOfCell();
    }

    private Reason reason(Territory territory, Period period, Optional<Cube.Sum> count, Found found) {
        if (count.isEmpty()) {
            return counts.wouldAddUp(territory, period) ? Reason.NEVER_ADDED_UP : Reason.NO_DATA;
        }
        if (count.get().carried() == Carried.UNKNOWN) {
            return counts.dataset().addsUp() ? Reason.UNKNOWN_SHARE : Reason.NEVER_ADDED_UP;
        }
        if (!hasAllCodes(count.get())) {
            return Reason.INCOMPLETE_CODES;
        }
        return denominator
                .map(some -> some.refusal(
                        found,
                        count.get().value(),
                        months(count.get()),
                        counts.window().months(period.frequency())))
                .orElse(null);
    }

    private boolean hasAllCodes(Cube.Sum count) {
        return count.codes() == counts.codes();
    }
}
