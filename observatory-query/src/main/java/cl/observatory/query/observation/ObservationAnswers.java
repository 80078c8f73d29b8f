package cl.observatory.query.observation;

import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.observation.Observations.Cell;
import cl.observatory.query.observation.Observations.Place;
import cl.observatory.query.observation.ObservationsView.ObservationView;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryRef;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers with slices of a data set, page by page. */
@ApplicationScoped
class ObservationAnswers {

    private final ObservationSlices slices;
    private final Observations observations;
    private final ObservationWarnings warnings;

    ObservationAnswers(ObservationSlices slices, Observations observations, ObservationWarnings warnings) {
        this.slices = slices;
        this.observations = observations;
        this.warnings = warnings;
    }

    /**
     * @param cursor from the page before, or null
     * @throws ProblemException when there is no such data set, or a filter or the cursor does not fit it
     */
    ObservationsView answer(ObservationQuestion question, int limit, String cursor, Locale language) {
        Parameters parameters = new Parameters();
        AskedSlice asked = slices.read(question, parameters);
        Cursor list = new Cursor(
                question,
                asked.release().map(Releases.Visible::key),
                asked.since().map(Releases.Visible::key));
        Place place = Place.read(parameters, list, cursor);
        parameters.check(QueryProblem.INVALID_QUESTION);

        List<Cell> cells = asked.slice()
                .map(slice -> observations.read(slice, place, limit + 1))
                .orElse(List.of());
        List<Cell> page = Page.slice(cells, 0, limit);
        String next = cells.size() > limit ? Place.of(page.getLast()).write(list) : null;
        return new ObservationsView(
                question.asOf(),
                question.updatedAfter(),
                items(page, asked),
                List.of(),
                new Page(limit, next),
                List.of(SourceView.of(
                        SourceView.Role.OBSERVATIONS,
                        asked.dataset(),
                        asked.release().map(Releases.Visible::standing).orElse(null))),
                warnings.of(asked, question.asOf(), told(page, asked), language));
    }

    private static List<ObservationView> items(List<Cell> cells, AskedSlice asked) {
        Map<String, Territory> byCode = new HashMap<>();
        asked.selection().found().forEach(territory -> byCode.put(territory.code(), territory));
        return cells.stream()
                .map(cell -> ObservationItem.of(
                        cell,
                        asked.dataset(),
                        TerritoryRef.of(byCode.get(cell.area())),
                        period(cell, asked),
                        asked.dimensions().codes(cell.dimensions())))
                .toList();
    }

    private static Optional<PeriodRange> told(List<Cell> cells, AskedSlice asked) {
        List<Period> told =
                cells.stream().map(cell -> period(cell, asked)).sorted().toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new PeriodRange(told.getFirst(), told.getLast()));
    }

    private static Period period(Cell cell, AskedSlice asked) {
        return Period.containing(asked.periods().frequency(), cell.period());
    }
}
