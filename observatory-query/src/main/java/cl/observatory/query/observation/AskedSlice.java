package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.query.classification.CodedDimensions;
import cl.observatory.query.cube.Levels;
import cl.observatory.query.observation.Observations.Slice;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question, with what it turned out to be about.
 *
 * @param release that is read, empty when there is none
 * @param since the release that held at {@code updatedAfter}, empty when everything counts as new
 * @param codes by the place of the dimension, from 1
 */
record AskedSlice(
        DatasetDefined dataset,
        Optional<Releases.Visible> release,
        Optional<Releases.Visible> since,
        TerritorySelection selection,
        PeriodRange periods,
        Map<Integer, List<String>> codes,
        CodedDimensions dimensions) {

    /** The same of another release of the data set. */
    AskedSlice of(Releases.Visible other) {
        return new AskedSlice(dataset, Optional.of(other), since, selection, periods, codes, dimensions);
    }

    /** Empty without a release. */
    Optional<Slice> slice() {
        List<String> levels =
                selection.codes().stream().map(Levels::of).distinct().toList();
        return release.map(found -> new Slice(
                dataset.id(),
                found.key(),
                since.map(Releases.Visible::key).orElse(0),
                levels,
                selection.codes(),
                periods,
                codes,
                dataset.hasEstimates()));
    }

    /** The periods that the release can have cells of; empty without a release, and when it has none of them. */
    Optional<PeriodRange> told() {
        return release.map(Releases.Visible::published).flatMap(published -> {
            Period first = latest(periods.first(), period(published.firstPeriod()));
            Period last = earliest(periods.last(), period(published.lastPeriod()));
            return first.compareTo(last) > 0 ? Optional.empty() : Optional.of(new PeriodRange(first, last));
        });
    }

    private Period period(String written) {
        return Period.containing(
                periods.frequency(), Period.parse(written).orElseThrow().start());
    }

    private static Period latest(Period one, Period other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Period earliest(Period one, Period other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether something is asked for that could only be made by adding up what is never added up. */
    boolean wouldAddUp() {
        boolean areCells = periods.frequency() == dataset.frequency()
                && selection.found().stream()
                        .allMatch(territory -> territory.level().name().equals(dataset.level()));
        return !dataset.addsUp() && !areCells;
    }
}
