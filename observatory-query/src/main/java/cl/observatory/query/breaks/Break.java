package cl.observatory.query.breaks;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import java.util.Locale;

/**
 * A break of a data set, or of one territory in it.
 *
 * @param from the first period that is made in the new way
 * @param territory the only one that it is of, null for all
 */
public record Break(String dataset, Period from, BreaksDefined.Break defined, String territory) {

    static Break of(String dataset, BreaksDefined.Break defined) {
        return new Break(dataset, Period.parse(defined.period()).orElseThrow(), defined, null);
    }

    public boolean isOf(String code) {
        return territory == null || territory.equals(code);
    }

    /** The first period of a frequency that is made in the new way, wholly or in part. */
    public Period point(Frequency frequency) {
        return Period.containing(frequency, from.start());
    }

    /** Whether it lies within a period, so that the period itself is made in two ways. */
    public boolean splits(Period period) {
        return point(period.frequency()).equals(period) && from.start().isAfter(period.start());
    }

    /** Whether it lies between two periods of one frequency, or within one of them. */
    public boolean parts(Period earlier, Period later) {
        Period point = point(later.frequency());
        boolean between = earlier.compareTo(point) < 0 && point.compareTo(later) <= 0;
        return between || splits(earlier) || splits(later);
    }

    /** What a reader of figures of both sides is told. */
    public Warning warning(Locale language) {
        return Warning.of(
                WarningCode.BREAK_CROSSED,
                language,
                dataset,
                from.toString(),
                defined.note().in(language));
    }
}
