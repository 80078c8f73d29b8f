package cl.observatory.ingest.template;

import cl.observatory.events.reference.ClassificationPublished.Code;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.OwnTerritories;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.classification.Classifications;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.ingest.territory.Territories;
import cl.observatory.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes templates: a row for each cell of one period that the caller may send, its value left empty. */
@ApplicationScoped
class Templates {

    /** What people still fill in, and what an answer holds in memory. */
    private static final int MAX_ROWS = 50_000;

    private static final int EXAMPLE_ROWS = 5;

    /** Where the facts are dated. */
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final Datasets datasets;
    private final Territories territories;
    private final Classifications classifications;
    private final Permissions permissions;
    private final Clock clock;

    Templates(
            Datasets datasets,
            Territories territories,
            Classifications classifications,
            Permissions permissions,
            Clock clock) {
        this.datasets = datasets;
        this.territories = territories;
        this.classifications = classifications;
        this.permissions = permissions;
        this.clock = clock;
    }

    /**
     * A template.
     *
     * @param name of the file
     * @param csv its content
     */
    record Template(String name, String csv) {}

    /**
     * @param asked the period, or null for the last one that is over
     * @throws ProblemException when the caller may not work in the data set, there is none of that id, or the text is no
     *     period of its frequency
     */
    Template of(String datasetId, String asked) {
        DatasetDefined dataset = datasets.getOwn(datasetId).definition();
        Period period = asked == null
                ? lastOver(dataset)
                : Period.parse(asked)
                        .filter(read -> read.frequency() == dataset.frequency())
                        .orElseThrow(() -> new ProblemException(
                                IngestProblem.PERIOD_UNUSABLE,
                                asked,
                                dataset.frequency().name()));
        List<List<String>> columns = new ArrayList<>();
        columns.add(places(dataset, period));
        columns.add(List.of(period.toString()));
        dataset.dimensions().forEach(dimension -> columns.add(leaves(dimension.scheme())));
        double cells = columns.stream().mapToDouble(List::size).reduce(1, (product, size) -> product * size);
        boolean whole = cells <= MAX_ROWS;
        TemplateText text = new TemplateText();
        text.add(header(dataset));
        long rows = whole ? (long) cells : EXAMPLE_ROWS;
        for (long row = 0; row < rows; row++) {
            text.add(row(columns, row));
        }
        return new Template(
                "%s-%s-%s.csv".formatted(dataset.id(), period, whole ? "template" : "example"), text.finish());
    }

    private Period lastOver(DatasetDefined dataset) {
        return Period.containing(dataset.frequency(), LocalDate.ofInstant(clock.instant(), CHILE))
                .plus(-1);
    }

    private static List<String> header(DatasetDefined dataset) {
        List<String> header = new ArrayList<>(List.of(ObservationBatch.REF_AREA, ObservationBatch.TIME_PERIOD));
        dataset.dimensions().forEach(dimension -> header.add(dimension.id()));
        header.addAll(List.of(ObservationBatch.OBS_VALUE, ObservationBatch.OBS_STATUS));
        return header;
    }

    /** The last column changes first, as people count. */
    private static List<String> row(List<List<String>> columns, long number) {
        String[] cells = new String[columns.size() + 2];
        long rest = number;
        for (int column = columns.size() - 1; column >= 0; column--) {
            List<String> codes = columns.get(column);
            cells[column] = codes.get((int) (rest % codes.size()));
            rest /= codes.size();
        }
        cells[columns.size()] = "";
        cells[columns.size() + 1] = "";
        return List.of(cells);
    }

    /** The caller's territories of the data set's level, as they were in the period, from north to south. */
    private List<String> places(DatasetDefined dataset, Period period) {
        OwnTerritories own = permissions.bindings().territories();
        return territories.table().territories().stream()
                .filter(territory -> territory.level().equals(dataset.level()))
                .filter(territory -> own.includes(territory.code()))
                .filter(territory -> holds(territory, period.start()))
                .sorted(Comparator.comparingInt(Territory::order))
                .map(Territory::code)
                .toList();
    }

    private static boolean holds(Territory territory, LocalDate day) {
        boolean begun = territory.validFrom() == null || !day.isBefore(territory.validFrom());
        return begun && (territory.validTo() == null || day.isBefore(territory.validTo()));
    }

    /** Codes within which there are no others: figures of a family are the sum of these, and would count twice. */
    private List<String> leaves(String scheme) {
        List<Code> codes = classifications.find(scheme).orElseThrow().codes();
        Set<String> parents = codes.stream()
                .flatMap(code -> Optional.ofNullable(code.parent()).stream())
                .collect(Collectors.toSet());
        return codes.stream()
                .map(Code::code)
                .filter(code -> !parents.contains(code))
                .toList();
    }
}
