package cl.observatory.query.revision;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.classification.Classifications;
import cl.observatory.query.classification.CodedDimensions;
import cl.observatory.query.release.Releases;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers with the differences between two releases. */
@ApplicationScoped
class Diffs {

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern FIRST_DAY = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])-01");

    private final Releases releases;
    private final Pairs pairs;
    private final ChangedCells cells;
    private final Territories territories;
    private final Classifications classifications;

    Diffs(
            Releases releases,
            Pairs pairs,
            ChangedCells cells,
            Territories territories,
            Classifications classifications) {
        this.releases = releases;
        this.pairs = pairs;
        this.cells = cells;
        this.territories = territories;
        this.classifications = classifications;
    }

    /**
     * Where a page begins.
     *
     * @param series place of the series
     * @param behind day of the period of that series behind which it begins
     */
    private record Start(int series, LocalDate behind) {

        static Start read(Parameters parameters, Cursor list, String cursor, Revision revision) {
            List<String> parts = list.read(parameters, cursor, PLACE, FIRST_DAY);
            if (parts.isEmpty()) {
                return new Start(0, LocalDate.of(1, 1, 1));
            }
            int series = Integer.parseInt(parts.getFirst());
            if (series >= revision.length()) {
                parameters.refuse("cursor", "CURSOR_OF_ANOTHER_QUESTION");
            }
            return new Start(series, LocalDate.parse(parts.getLast()));
        }
    }

    /**
     * @param cursor from the page before, or null
     * @throws ProblemException when there is no such release, one was removed, they are not of the same data set, or the
     *     cursor belongs to another pair
     */
    DiffView answer(UUID id, UUID other, int limit, String cursor, Locale language) {
        Compared compared = pairs.compared(id, other);
        Releases.Visible before = compared.before();
        Releases.Visible after = compared.after();
        DatasetDefined dataset = compared.dataset();
        Pair pair = compared.pair();
        Revision revision = compared.revision();
        Parameters parameters = new Parameters();
        Cursor list = new Cursor(pair);
        Start start = Start.read(parameters, list, cursor, revision);
        parameters.check(QueryProblem.INVALID_QUESTION);

        List<ChangedCell> found = read(pair, revision, dataset, start, limit + 1);
        List<ChangedCell> page = Page.slice(found, 0, limit);
        // what was removed for a disclosure in the meantime is not told
        releases.read(id);
        releases.read(other);
        RevisionView counted = RevisionView.of(revision, before.published().totalRows(), dataset.decimals());
        return new DiffView(
                items(page, dataset),
                counted,
                DiffExplanation.of(before.published(), after.published(), counted),
                new Page(limit, found.size() > limit ? cursor(list, start, page.getLast()) : null),
                List.of(
                        SourceView.of(SourceView.Role.BEFORE, before.published().dataset(), before.standing()),
                        SourceView.of(SourceView.Role.AFTER, dataset, after.standing())),
                warnings(before, after, language));
    }

    private List<ChangedCell> read(Pair pair, Revision revision, DatasetDefined dataset, Start start, int limit) {
        int[] series = revision.from(start.series(), limit);
        return series.length == 0 ? List.of() : cells.read(pair, dataset.hasEstimates(), series, start.behind(), limit);
    }

    private static String cursor(Cursor list, Start start, ChangedCell last) {
        return list.write(
                Integer.toString(start.series() + last.place()), last.period().toString());
    }

    private List<DiffView.ChangedCellView> items(List<ChangedCell> page, DatasetDefined dataset) {
        CodedDimensions dimensions = classifications.dimensions(dataset);
        Map<String, Territory> places =
                territories.find(page.stream().map(ChangedCell::area).distinct().toList()).stream()
                        .collect(Collectors.toMap(Territory::code, Function.identity()));
        return page.stream()
                .map(cell -> ChangedCellItem.of(
                        cell,
                        dataset,
                        places.get(cell.area()),
                        Period.containing(dataset.frequency(), cell.period()),
                        dimensions.codes(cell.dimensions())))
                .toList();
    }

    private static List<Warning> warnings(Releases.Visible before, Releases.Visible after, Locale language) {
        List<Warning> warnings = new ArrayList<>();
        for (Releases.Visible release : List.of(before, after)) {
            Optional<Warning> withdrawn = Warning.ofWithdrawal(release.standing(), language);
            withdrawn.filter(warning -> !warnings.contains(warning)).ifPresent(warnings::add);
        }
        DatasetDefined dataset = after.published().dataset();
        if (dataset.synthetic()) {
            warnings.add(Warning.of(WarningCode.SYNTHETIC_DATA, language, dataset.id()));
        }
        if (after.published().status().equals("PROVISIONAL")) {
            warnings.add(Warning.of(WarningCode.PROVISIONAL_VALUES, language));
        }
        return warnings;
    }
}
