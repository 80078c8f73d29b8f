package cl.observatory.query.measure;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.Denominator.People;
import cl.observatory.query.measure.Measure.Coverage;
import cl.observatory.query.measure.Measure.Reason;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.territory.Territories.Territory;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes values of an indicator from sums.
 *
 * @param denominator empty for a count
 */
record Formula(IndicatorDefined indicator, Sums counts, Optional<Denominator> denominator) {

    /** Below, the count's standard error is more than 22 % of it. */
    private static final int SMALL_COUNT = 20;

    private static final int SMALL_POPULATION = 2_000;

    Measure measure(Territory territory, Period period) {
        Optional<Cube.Sum> cells = counts.find(territory, period);
        Optional<Cube.Sum> count = cells.filter(sum -> sum.value() != null);
        Optional<People> people = denominator.flatMap(known -> known.people(territory, period));
        Reason reason = reason(count, people);
        Set<ObsStatus> statuses = EnumSet.of(ObsStatus.A);
        cells.map(Cube.Sum::status).ifPresent(statuses::add);
        people.map(People::status).ifPresent(statuses::add);
        Double value = null;
        Interval interval = null;
        if (reason == null) {
            long cases = count.orElseThrow().value();
            double factor =
                    people.map(some -> indicator.per() / (double) some.number()).orElse(1.0);
            value = cases * factor;
            interval = Interval.ofCount(cases).times(factor);
            if (cases < SMALL_COUNT || people.map(People::number).orElse(Long.MAX_VALUE) < SMALL_POPULATION) {
                statuses.add(ObsStatus.U);
            }
        } else if (statuses.stream().noneMatch(ObsStatus::isOfMissing)) {
            statuses.add(ObsStatus.O);
        }
        ObsStatus status = List.copyOf(statuses).getLast();
        statuses.remove(status);
        statuses.remove(ObsStatus.A);
        return new Measure(
                territory,
                period,
                count.filter(sum -> hasAllCodes(sum)).map(Cube.Sum::value).orElse(null),
                people.map(People::number).orElse(null),
                value,
                interval,
                status,
                List.copyOf(statuses),
                new Coverage(
                        count.map(sum -> sum.periods() * counts.monthsOfCell()).orElse(0),
                        count.map(Cube.Sum::cells).orElse(0),
                        counts.expectedCells(territory, period),
                        people.map(People::silent).orElse(0L)),
                reason);
    }

    private Reason reason(Optional<Cube.Sum> count, Optional<People> people) {
        if (count.isEmpty()) {
            return Reason.NO_DATA;
        }
        if (!hasAllCodes(count.get())) {
            return Reason.INCOMPLETE_CODES;
        }
        return denominator.isPresent() && people.isEmpty() ? Reason.NO_POPULATION : null;
    }

    private boolean hasAllCodes(Cube.Sum count) {
        return count.codes() == counts.codes();
    }
}
