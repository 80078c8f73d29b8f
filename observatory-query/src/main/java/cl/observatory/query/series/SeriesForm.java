package cl.observatory.query.series;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.measure.Window;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.time.PeriodRange;
import java.time.Instant;
import java.util.Optional;

/**
 * How the values of a series are made and compared.
 *
 * @param frequency null for that of the periods asked for
 * @param updatedAfter only what has changed since is told, null for everything
 */
record SeriesForm(Frequency frequency, Window window, ChangeFrom change, Boundaries boundaries, Instant updatedAfter) {

    /** What is read beside the periods of an answer, only to compare with it. */
    Optional<PeriodRange> unseen(PeriodRange shown) {
        int year = shown.frequency().perYear();
        if (change != ChangeFrom.yearBefore || shown.first().ordinal() < year) {
            return Optional.empty();
        }
        Period first = shown.first().plus(-year);
        Period beforeShown = shown.first().plus(-1);
        Period last = shown.last().plus(-year);
        return Optional.of(new PeriodRange(first, last.compareTo(beforeShown) < 0 ? last : beforeShown));
    }

    /** Whether a rate of that frequency is told as of a year, though it is not of one. */
    boolean isProjected(Frequency asked) {
        return window.annualised() && window.months(asked) != Frequency.A.months();
    }
}
