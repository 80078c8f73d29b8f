package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.classification.Classifications;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a question about a slice of a data set is about. */
@ApplicationScoped
class ObservationSlices {

    private static final PeriodRange ALL_YEARS = new PeriodRange(Period.ofYear(1), Period.ofYear(9998));

    private final Datasets datasets;
    private final Releases releases;
    private final Territories territories;
    private final Classifications classifications;

    ObservationSlices(Datasets datasets, Releases releases, Territories territories, Classifications classifications) {
        this.datasets = datasets;
        this.releases = releases;
        this.territories = territories;
        this.classifications = classifications;
    }

    /**
     * Faults go to the parameters.
     *
     * @throws ProblemException when there is no such data set, or the release to be read was removed
     */
    AskedSlice read(ObservationQuestion question, Parameters parameters) {
        DatasetDefined dataset = datasets.get(question.dataset());
        Optional<Releases.Visible> release = releases.find(dataset.id(), question.asOf());
        Map<Integer, List<String>> codes = DimensionFilter.read(parameters, dataset, question.dimensions());
        return new AskedSlice(
                dataset,
                release,
                Optional.ofNullable(question.updatedAfter())
                        .flatMap(instant -> releases.findKept(dataset.id(), instant)),
                selection(question, dataset),
                periods(question, dataset, parameters),
                codes,
                classifications.dimensions(dataset));
    }

    private static PeriodRange periods(ObservationQuestion question, DatasetDefined dataset, Parameters parameters) {
        if (question.periods() == null) {
            int perYear = dataset.frequency().perYear();
            return new PeriodRange(
                    new Period(dataset.frequency(), ALL_YEARS.first().ordinal() * perYear),
                    new Period(dataset.frequency(), ALL_YEARS.last().ordinal() * perYear));
        }
        Frequency asked = question.periods().frequency();
        if (asked != dataset.frequency() && asked != Frequency.A) {
            parameters.refuse(
                    "period", "FREQUENCY_NOT_AVAILABLE", dataset.frequency().name());
        }
        return question.periods();
    }

    private TerritorySelection selection(ObservationQuestion question, DatasetDefined dataset) {
        if (!question.territories().isEmpty()) {
            return TerritorySelection.of(territories, question.territories());
        }
        TerritoryLevel level = question.level() == null ? TerritoryLevel.valueOf(dataset.level()) : question.level();
        List<Territory> found = territories.within(question.within(), level, null);
        boolean exists = !found.isEmpty()
                || !territories.find(List.of(question.within())).isEmpty();
        return new TerritorySelection(found, exists ? List.of() : List.of(question.within()));
    }
}
