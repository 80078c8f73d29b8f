package cl.observatory.query.measure;

import cl.observatory.events.time.Period;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.territory.Territories.Territory;

/** What sums are divided by, for the territories and periods of a question. */
sealed interface Denominator permits People, Whole {

    /**
     * What there is to divide by in one territory and period.
     *
     * @param divisor null when it is not known
     * @param status null when there is nothing at all
     * @param months of the period that it is made of, 0 when it is of no months
     * @param silent people who live in places that never report
     */
    record Found(Divisor divisor, ObsStatus status, int months, long silent) {

        static final Found NOTHING = new Found(null, null, 0, 0);
    }

    /**
     * @param window that ends with the period, over which the sum was made that is to be divided
     */
    Found find(Territory territory, Period period, Window window);

    /**
     * Why a sum cannot be divided by what was found; null when it can.
     *
     * @param count whole number that is to be divided
     * @param months that it is made of
     * @param wholeMonths of the period or window
     */
    Measure.Reason refusal(Found found, long count, int months, int wholeMonths);
}
