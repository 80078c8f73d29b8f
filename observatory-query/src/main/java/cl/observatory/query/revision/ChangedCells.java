package cl.observatory.query.revision;

import cl.observatory.query.cube.Attributes;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.revision.ChangedCell.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads the cells, as they were sent, that two releases do not have in the same way: of the versions that hold in one of
 * the two only, those whose content is another one on the other side. A cell that changed and changed back is the same.
 */
@ApplicationScoped
class ChangedCells {

    private static final String PAIRS = """
            with version as (
                select series_id, period, value, status <attributes>,
                       from_release <= :before and until_release > :before as is_before
                from told <beside>
                where dataset_id = :dataset and not derived <only>
                  and (from_release <= :before and until_release > :before)
                      != (from_release <= :after and until_release > :after)),
            pair as (
                select series_id, period, was.value as was_value, was.status as was_status,
                       became.value as became_value, became.status as became_status <both>
                from (select * from version where is_before) was
                full join (select * from version where not is_before) became using (series_id, period)
                where (was.value, was.status <was>) is distinct from (became.value, became.status <became>))
            """;

    private static final String COUNTS = PAIRS + """
            select counted.* from (
                select series_id, year,
                       count(*) filter (where was_status is null) as added,
                       count(*) filter (where was_status is not null and became_status is not null) as changed,
                       count(*) filter (where became_status is null) as removed,
                       count(*) filter (where was_value != became_value) as revised,
                       coalesce(sum(became_value - was_value), 0) as net,
                       coalesce(sum(abs(became_value - was_value)), 0) as absolute,
                       coalesce(max(abs(became_value - was_value)), 0) as largest,
                       count(*) filter (where was_value > 0 and was_value != became_value) as compared,
                       coalesce(sum(abs(became_value - was_value)::float8 / was_value)
                                filter (where was_value > 0), 0) as relative
                from (select *, extract(year from period)::integer as year from pair) dated
                group by grouping sets ((series_id), (year))) counted
            left join series on id = series_id
            order by dimensions, ref_area
            """;

    private static final String CELLS = PAIRS + """
            select array_position(:series, series_id) as place, dimensions, ref_area, pair.*
            from pair join series on id = series_id
            where series_id != :first or period > :behind
            order by place, period
            limit :limit
            """;

    private static final String BESIDE = "left join told_attribute using (series_id, period, from_release)";

    private static final List<String> ATTRIBUTES = List.of(Attributes.COLUMNS.split(", ", -1));

    private final Jdbi jdbi;

    ChangedCells(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Goes over all cells of the data set once. */
    Revision count(Pair pair, boolean estimates) {
        IntStream.Builder series = IntStream.builder();
        IntStream.Builder cells = IntStream.builder();
        SortedMap<Integer, Tally> years = new TreeMap<>();
        jdbi.useHandle(handle -> query(handle.createQuery(COUNTS), pair, estimates, "")
                .scanResultSet((rows, context) -> {
                    try (ResultSet row = rows.get()) {
                        while (row.next()) {
                            Tally tally = tally(row);
                            if (row.getObject("series_id") == null) {
                                years.put(row.getInt("year"), tally);
                            } else {
                                series.add(row.getInt("series_id"));
                                cells.add(Math.toIntExact(tally.cells()));
                            }
                        }
                        return null;
                    }
                }));
        return new Revision(series.build().toArray(), cells.build().toArray(), years);
    }

    /**
     * In the order of the series, and of each in the order of time.
     *
     * @param series whose cells are read
     * @param behind day of the period behind which the first of them begins
     */
    List<ChangedCell> read(Pair pair, boolean estimates, int[] series, LocalDate behind, int limit) {
        return jdbi.withHandle(handle -> query(
                        handle.createQuery(CELLS), pair, estimates, "and series_id = any (:series)")
                .bindArray("series", Integer.class, IntStream.of(series).boxed().toList())
                .bind("first", series[0])
                .bind("behind", behind)
                .bind("limit", limit)
                .map((row, context) -> new ChangedCell(
                        row.getInt("place") - 1,
                        row.getString("dimensions"),
                        row.getString("ref_area"),
                        row.getObject("period", LocalDate.class),
                        state(row, "was_", estimates),
                        state(row, "became_", estimates)))
                .list());
    }

    /**
     * @param only a further condition, a constant
     */
    private static Query query(Query query, Pair pair, boolean estimates, String only) {
        return query.define("only", only)
                .define("beside", estimates ? BESIDE : "")
                .define("attributes", estimates ? listed("", "") : "")
                .define("both", estimates ? listed("was.", "was_") + listed("became.", "became_") : "")
                .define("was", estimates ? listed("was.", "") : "")
                .define("became", estimates ? listed("became.", "") : "")
                .bind("dataset", pair.datasetId())
                .bind("before", pair.beforeKey())
                .bind("after", pair.afterKey());
    }

    private static String listed(String table, String named) {
        StringBuilder list = new StringBuilder();
        ATTRIBUTES.forEach(attribute -> list.append(", ")
                .append(table)
                .append(attribute)
                .append(named.isEmpty() ? "" : " as " + named + attribute));
        return list.toString();
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getLong("added"),
                row.getLong("changed"),
                row.getLong("removed"),
                row.getLong("revised"),
                row.getObject("net", BigDecimal.class),
                row.getObject("absolute", BigDecimal.class),
                row.getLong("largest"),
                row.getLong("compared"),
                row.getDouble("relative"));
    }

    private static State state(ResultSet row, String side, boolean estimates) throws SQLException {
        if (row.getObject(side + "status") == null) {
            return null;
        }
        return new State(
                row.getObject(side + "value", Long.class),
                ObsStatus.ofRank(row.getInt(side + "status")),
                estimates ? Attributes.read(row, side) : Attributes.NONE);
    }
}
