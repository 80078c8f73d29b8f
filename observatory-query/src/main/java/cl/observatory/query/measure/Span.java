package cl.observatory.query.measure;

import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.release.Releases;
import cl.observatory.query.time.PeriodRange;
import java.util.Optional;

/**
 * The periods that the release of a data set tells of.
 *
 * @param first of the data set's own frequency
 * @param addsUp whether years are made of them
 */
public record Span(Period first, Period last, boolean addsUp) {

    /** Empty without a release. */
    public static Optional<Span> of(Measures.Read read) {
        return read.release().map(Releases.Visible::published).map(release -> of(read, release));
    }

    private static Span of(Measures.Read read, ReleasePublished release) {
        return new Span(
                Period.parse(release.firstPeriod()).orElseThrow(),
                Period.parse(release.lastPeriod()).orElseThrow(),
                read.dataset().addsUp());
    }

    /** All years, or all periods where values are never added up. */
    public PeriodRange all() {
        return addsUp
                ? new PeriodRange(Period.ofYear(first.year()), Period.ofYear(last.year()))
                : new PeriodRange(first, last);
    }

    /** All periods of a frequency. */
    public PeriodRange all(Frequency frequency) {
        return new PeriodRange(first, last).in(frequency);
    }

    /**
     * The last year that is told from its first period to its last; where there is no such year, or values are never added
     * up, the last period. Neither is later than what the value is divided by, unless that ends before everything.
     *
     * @param divisor people of a rate, or what a share is a share of
     */
    public Period latestComplete(Optional<Span> divisor) {
        int firstWholeYear = first.plus(-1).year() + 1;
        if (!addsUp || lastWholeYear() < firstWholeYear) {
            return divisor.map(Span::last)
                    .filter(known -> known.frequency() == last.frequency())
                    .filter(known -> known.compareTo(first) >= 0 && known.compareTo(last) < 0)
                    .orElse(last);
        }
        int known = divisor.map(Span::lastWholeYear).orElse(lastWholeYear());
        return Period.ofYear(known < firstWholeYear ? lastWholeYear() : Math.min(lastWholeYear(), known));
    }

    private int lastWholeYear() {
        return last.plus(1).year() - 1;
    }

    /** How often the data set tells something. */
    public Frequency frequency() {
        return first.frequency();
    }
}
