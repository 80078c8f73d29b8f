package cl.observatory.query.cube;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Reads cells of one release, added up over codes of dimensions. */
@ApplicationScoped
public class Cube {

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
            select ancestor, count(*) as series
            from series join ancestry on ancestry.code = ref_area
            where dataset_id = :dataset and not derived and dimensions = any (:dimensions) and ancestor = any (:areas)
            group by ancestor
            """;

    private final Jdbi jdbi;

    Cube(Jdbi jdbi) {
        this.jdbi = jdbi;
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

    public List<Sum> sums(Slice slice, Frequency frequency, Period first, Period last) {
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

    /** How many series of the data set report within each territory; none are left out. */
    public Map<String, Integer> reportingSeries(Slice slice) {
        return jdbi.withHandle(handle -> handle.createQuery(REPORTING)
                .bind("dataset", slice.datasetId())
                .bindArray("dimensions", String.class, slice.dimensions())
                .bindArray("areas", String.class, slice.areas())
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<String> levels(List<String> areas) {
        return areas.stream().map(Levels::of).distinct().toList();
    }
}
