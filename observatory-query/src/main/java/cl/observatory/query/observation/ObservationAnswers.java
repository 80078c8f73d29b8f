package cl.observatory.query.observation;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.breaks.Breaks;
import cl.observatory.query.classification.Classifications;
import cl.observatory.query.cube.Levels;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.observation.Observations.Cell;
import cl.observatory.query.observation.Observations.Place;
import cl.observatory.query.observation.Observations.Slice;
import cl.observatory.query.observation.ObservationsView.CodeView;
import cl.observatory.query.observation.ObservationsView.ObservationView;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritoryRef;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers with slices of a data set. */
@ApplicationScoped
class ObservationAnswers {

    private static final PeriodRange ALL_YEARS = new PeriodRange(Period.ofYear(1), Period.ofYear(9998));

    private final Datasets datasets;
    private final Releases releases;
    private final Territories territories;
    private final Classifications classifications;
    private final Observations observations;
    private final Breaks breaks;

    ObservationAnswers(
            Datasets datasets,
            Releases releases,
            Territories territories,
            Classifications classifications,
            Observations observations,
            Breaks breaks) {
        this.datasets = datasets;
        this.releases = releases;
        this.territories = territories;
        this.classifications = classifications;
        this.observations = observations;
        this.breaks = breaks;
    }

    /**
     * @param cursor from the page before, or null
     * @throws ProblemException when there is no such data set, or a filter or the cursor does not fit it
     */
    ObservationsView answer(ObservationQuestion question, int limit, String cursor, Locale language) {
        DatasetDefined dataset = datasets.get(question.dataset());
        Optional<Releases.Visible> release = releases.find(dataset.id(), question.asOf());
        Parameters parameters = new Parameters();
        Map<Integer, List<String>> codes = DimensionFilter.read(parameters, dataset, question.dimensions());
        PeriodRange periods = periods(question, dataset, parameters);
        Cursor list = new Cursor(question, release.map(Releases.Visible::key));
        Place place = Place.read(parameters, list, cursor);
        parameters.check(QueryProblem.INVALID_QUESTION);

        TerritorySelection selection = selection(question, dataset);
        List<Map<String, Labels>> labels = dataset.dimensions().stream()
                .map(dimension -> classifications.labels(dimension.scheme()))
                .toList();
        List<Cell> cells = release.map(found ->
                        observations.read(slice(dataset, found.key(), selection, periods, codes), place, limit + 1))
                .orElse(List.of());
        List<Cell> page = Page.slice(cells, 0, limit);
        String next = cells.size() > limit ? Place.of(page.getLast()).write(list) : null;
        List<Warning> warnings = warnings(dataset, release, selection, language);
        warnings.addAll(unknownCodes(codes, labels, language));
        warnings.addAll(crossed(dataset, question.asOf(), page, periods.frequency(), language));
        if (wouldAddUp(dataset, selection, periods.frequency())) {
            warnings.add(Warning.of(
                    WarningCode.NEVER_ADDED_UP,
                    language,
                    dataset.id(),
                    dataset.level(),
                    dataset.frequency().name()));
        }
        return new ObservationsView(
                question.asOf(),
                items(page, dataset, labels, selection, periods.frequency()),
                List.of(),
                new Page(limit, next),
                List.of(SourceView.of(
                        SourceView.Role.OBSERVATIONS,
                        dataset,
                        release.map(Releases.Visible::standing).orElse(null))),
                warnings);
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

    private static Slice slice(
            DatasetDefined dataset,
            int releaseKey,
            TerritorySelection selection,
            PeriodRange periods,
            Map<Integer, List<String>> codes) {
        List<String> levels =
                selection.codes().stream().map(Levels::of).distinct().toList();
        return new Slice(dataset.id(), releaseKey, levels, selection.codes(), periods, codes, dataset.hasEstimates());
    }

    private static List<ObservationView> items(
            List<Cell> cells,
            DatasetDefined dataset,
            List<Map<String, Labels>> labels,
            TerritorySelection selection,
            Frequency frequency) {
        Map<String, Territory> byCode = new HashMap<>();
        selection.found().forEach(territory -> byCode.put(territory.code(), territory));
        return cells.stream()
                .map(cell -> ObservationItem.of(
                        cell,
                        dataset,
                        TerritoryRef.of(byCode.get(cell.area())),
                        Period.containing(frequency, cell.period()),
                        codes(cell, dataset, labels)))
                .toList();
    }

    private static Map<String, CodeView> codes(Cell cell, DatasetDefined dataset, List<Map<String, Labels>> labels) {
        Map<String, CodeView> codes = new LinkedHashMap<>();
        String[] written = cell.dimensions().split("\\|", -1);
        for (int i = 0; i < dataset.dimensions().size(); i++) {
            codes.put(
                    dataset.dimensions().get(i).id(),
                    new CodeView(written[i], labels.get(i).get(written[i])));
        }
        return codes;
    }

    private static List<Warning> warnings(
            DatasetDefined dataset, Optional<Releases.Visible> release, TerritorySelection selection, Locale language) {
        List<Warning> warnings = new ArrayList<>();
        selection.unknown().forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_TERRITORY, language, code)));
        if (release.isEmpty()) {
            warnings.add(Warning.of(WarningCode.NO_RELEASE, language, dataset.id()));
        }
        release.map(Releases.Visible::standing)
                .flatMap(standing -> Warning.ofWithdrawal(standing, language))
                .ifPresent(warnings::add);
        if (dataset.synthetic()) {
            warnings.add(Warning.of(WarningCode.SYNTHETIC_DATA, language, dataset.id()));
        }
        return warnings;
    }

    /** Whether something is asked for that could only be made by adding up what is never added up. */
    private static boolean wouldAddUp(DatasetDefined dataset, TerritorySelection selection, Frequency frequency) {
        boolean areCells = frequency == dataset.frequency()
                && selection.found().stream()
                        .allMatch(territory -> territory.level().name().equals(dataset.level()));
        return !dataset.addsUp() && !areCells;
    }

    /** Breaks between the first and the last period of the cells. */
    private List<Warning> crossed(
            DatasetDefined dataset, Instant asOf, List<Cell> cells, Frequency frequency, Locale language) {
        List<Period> told = cells.stream()
                .map(cell -> Period.containing(frequency, cell.period()))
                .sorted()
                .toList();
        if (told.isEmpty()) {
            return List.of();
        }
        return breaks.of(dataset.id(), asOf).stream()
                .filter(each -> each.parts(told.getFirst(), told.getLast()))
                .map(each -> each.warning(language))
                .toList();
    }

    /** Of a classification that is not here yet, no code can be called unknown. */
    private static List<Warning> unknownCodes(
            Map<Integer, List<String>> codes, List<Map<String, Labels>> labels, Locale language) {
        List<Warning> warnings = new ArrayList<>();
        codes.forEach((place, asked) -> {
            Map<String, Labels> known = labels.get(place - 1);
            asked.stream()
                    .filter(code -> !known.isEmpty() && !known.containsKey(code))
                    .filter(code -> !code.equals(DatasetDefined.Dimension.TOTAL))
                    .forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_CODE, language, code)));
        });
        return warnings;
    }
}
