package cl.observatory.query.cube;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.dataset.Datasets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads cells of one release, added up over codes of dimensions. */
@ApplicationScoped
public class Cube {

    private static final Period BEGINNING = Period.ofYear(1000);
    private static final Period END = Period.ofYear(9999);

    private static final String SUMS = """
            select ref_area, period, sum(value)::bigint as value, count(value) as codes, sum(cells) as cells,
                   min(periods) filter (where value is not null) as periods,
                   coalesce(max(status) filter (where value is not null), max(status)) as status
            from series join cell on series_id = id
            where dataset_id = :dataset and frequency = :frequency::"char" and level = any (:levels)
              and dimensions = any (:dimensions) and ref_area = any (:areas)
              and period between :first and :last and from_release <= :key and until_release > :key
            group by ref_area, period
            """;

    private static final String REPORTING = """
            select ancestor, first_period, valid_to, count(*) as series
            from series
            join ancestry on ancestry.code = ref_area
            join territory on territory.code = ref_area
            cross join lateral (
                select period as first_period from cell
                where series_id = series.id and from_release <= :key and until_release > :key
                order by period limit 1) begun
            where dataset_id = :dataset and not derived and dimensions = any (:dimensions) and ancestor = any (:areas)
            group by ancestor, first_period, valid_to
            """;

    private final Jdbi jdbi;
    private final Datasets datasets;
    private final RememberedCells remembered;

    Cube(Jdbi jdbi, Datasets datasets, RememberedCells remembered) {
        this.jdbi = jdbi;
        this.datasets = datasets;
        this.remembered = remembered;
    }

    /**
     * Which cells are read.
     *
     * @param releaseKey of the release whose cells they are
     * @param dimensions combinations of codes in the data set's order, each joined by '|'; their cells are added up
     * @param areas codes of territories of any level
     */
    public record Slice(String datasetId, int releaseKey, List<String> dimensions, List<String> areas) {}

    /**
     * Cells of a territory and a period, added up over the dimensions.
     *
     * @param value whole number, null when every cell is missing
     * @param codes combinations of codes that have a value
     * @param cells as they were sent that the value is made of
     * @param periods of the data set's frequency that every combination has
     */
    public record Sum(String area, LocalDate period, Long value, int codes, int cells, int periods, ObsStatus status) {}

    /**
     * Series within a territory that began to report at the same time.
     *
     * @param first first day of their first period
     * @param validTo first day on which the territories that they speak of no longer held, null when they do
     */
    public record Reporting(String area, LocalDate first, LocalDate validTo, int series) {

        /** Whether they can be expected to report on a period that begins on that day. */
        public boolean isExpectedOn(LocalDate day) {
            return !day.isBefore(first) && (validTo == null || day.isBefore(validTo));
        }
    }

    public List<Sum> sums(Slice slice, Frequency frequency, Period first, Period last) {
        boolean isPopulation = datasets.get(slice.datasetId()).kind().equals("POPULATION");
        if (isPopulation && frequency == Frequency.A && remembered.isOpen()) {
            return remembered.sums(slice, first, last, whole -> read(whole, frequency, BEGINNING, END));
        }
        return read(slice, frequency, first, last);
    }

    private List<Sum> read(Slice slice, Frequency frequency, Period first, Period last) {
        return jdbi.withHandle(handle -> handle.createQuery(SUMS)
                .bind("dataset", slice.datasetId())
                .bind("frequency", frequency.name())
                .bindArray("levels", String.class, levels(slice.areas()))
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas())
                .bind("first", first.start())
                .bind("last", last.start())
                .bind("key", slice.releaseKey())
                .map((row, context) -> new Sum(
                        row.getString("ref_area"),
                        row.getObject("period", LocalDate.class),
                        row.getObject("value", Long.class),
                        row.getInt("codes"),
                        row.getInt("cells"),
                        row.getInt("periods"),
                        ObsStatus.ofRank(row.getInt("status"))))
                .list());
    }

    /** Which series report within each territory, by the cells of the release that is read. */
    public List<Reporting> reporting(Slice slice) {
        if (remembered.isOpen()) {
            return remembered.reporting(slice);
        }
        return jdbi.withHandle(handle -> handle.createQuery(REPORTING)
                .bind("dataset", slice.datasetId())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas())
                .bind("key", slice.releaseKey())
                .map((row, context) -> new Reporting(
                        row.getString("ancestor"),
                        row.getObject("first_period", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getInt("series")))
                .list());
    }

    private static List<String> levels(List<String> areas) {
        return areas.stream().map(Levels::of).distinct().toList();
    }
}
