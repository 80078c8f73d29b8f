package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.Cube;
import cl.observatory.query.cube.Populations.Place;
import cl.observatory.query.measure.Measure.Reason;
import cl.observatory.query.territory.Territories.Territory;
import java.util.Optional;
import java.util.Set;

/**
 * What a share is a share of: a sum of the same territory and the same period.
 *
 * @param holdsPart whether what is divided is counted in it as well
 * @param unequal where one of the two comes from places that the other does not come from
 */
record Whole(Sums sums, boolean holdsPart, Set<Place> unequal) implements Denominator {

    /** Months of a sum that has other places: never those of the other side. */
    private static final int UNEQUAL = -1;

    /** What lacks one of its codes is not known; why it is missing is told all the same. */
    @Override
    public Found find(Territory territory, Period period, Window window) {
        Optional<Cube.Sum> cells = sums.find(territory, period);
        return cells.filter(sum ->
                        sum.value() != null && sum.codes() == sums.codes() && sum.carried() != Cube.Carried.UNKNOWN)
                .map(sum -> new Found(
                        Divisor.whole(
                                sum.value(),
                                sums.dataset().decimals(),
                                new Cells(sum.cells(), sums.expectedCells(territory, period))),
                        sum.status(),
                        unequal.contains(new Place(territory.code(), period.start()))
                                ? UNEQUAL
                                : sum.periods() * sums.monthsOfCell(),
                        0))
                .or(() -> cells.map(sum -> new Found(null, sum.status(), 0, 0)))
                .orElse(Found.NOTHING);
    }

    /**
     * A share of something that is not there, is nothing, or lacks much of its cells would be too high. Neither can sums
     * of different months or places be divided. A part of more than the whole is a fault of the data.
     */
    @Override
    public Reason refusal(Found found, long count, int months, int wholeMonths) {
        Divisor whole = found.divisor();
        if (whole == null || whole.number() <= 0) {
            return Reason.NO_DENOMINATOR;
        }
        if (found.months() != months) {
            return Reason.UNEQUAL_SIDES;
        }
        if (whole.cells().areFarFromComplete(months, wholeMonths)) {
            return Reason.NO_DENOMINATOR;
        }
        return holdsPart && count > whole.number() ? Reason.PART_EXCEEDS_WHOLE : null;
    }
}
