package cl.observatory.query.measure;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.time.PeriodRange;
import java.util.Map;
import java.util.TreeMap;

/**
 * Over how many periods each value is made: those that end with the period whose name it bears.
 *
 * @param periods 1 for that period alone
 * @param annualised whether rates are told as of a year: times 12, divided by the months of the window
 */
public record Window(int periods, boolean annualised) {

    public static final Window ONE = new Window(1, false);

    private static final int MONTHS_OF_A_YEAR = 12;

    /** The first of the periods that end with the last; never before year 0. */
    public Period first(Period last) {
        return new Period(last.frequency(), Math.max(0, last.ordinal() + 1 - periods));
    }

    /** All periods that the values of a range are made of. */
    public PeriodRange reach(PeriodRange shown) {
        return new PeriodRange(first(shown.first()), shown.last());
    }

    /** Length in months. */
    public int months(Frequency frequency) {
        return periods * frequency.months();
    }

    /** What a rate is multiplied by. */
    double factor(Frequency frequency) {
        return annualised ? MONTHS_OF_A_YEAR / (double) months(frequency) : 1;
    }

    /** How many months of each year lie within the periods that end with the last. */
    Map<Integer, Integer> monthsOfYears(Period last) {
        Map<Integer, Integer> months = new TreeMap<>();
        for (Period period = first(last); period.compareTo(last) <= 0; period = period.plus(1)) {
            months.merge(period.year(), last.frequency().months(), Integer::sum);
        }
        return months;
    }

    /** Whether what ends with one period and what ends with a later one have periods in common. */
    boolean share(Period earlier, Period later) {
        return later.ordinal() - earlier.ordinal() < periods;
    }
}
