package cl.observatory.ingest.check;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.TerritoriesPublished.Territory;
import cl.observatory.events.time.Period;
import cl.observatory.ingest.check.Finding.Example;
import cl.observatory.ingest.check.Finding.Expected;
import cl.observatory.ingest.territory.Territories;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of a file side by side with those of the current release, as the session-temporary table {@code
 * compared_cell}: the month with which the period of a cell begins, its {@code season}, whether it was {@code sent}, its {@code value} in the file, the one {@code before}, and the one that
 * would hold {@code after}. It is there from {@link #open} until it is closed; without a current release it is a view of the
 * file's cells.
 */
final class ComparedCells implements AutoCloseable {

    /** How many examples of one finding are kept. */
    static final int EXAMPLES = 20;

    private static final String CREATE = """
            create temporary table compared_cell on commit drop as
            select coalesce(s.series, c.series) as series, coalesce(s.period, c.period) as period,
                coalesce(s.season, c.season) as season,
                s.series is not null as sent, s.value, c.value as before,
                case when s.series is not null or {full} then s.value else c.value end as after
            from staged_cell s full join current_cell c on s.series = c.series and s.period = c.period
            """;

    private static final String CREATE_OF_FILE = """
            create temporary view compared_cell as
            select series, period, season, true as sent, value, null::bigint as before, value as after from staged_cell
            """;

    /** Enough for the planner: it wants orders of magnitude. */
    private static final String ANALYZE = """
            set local default_statistics_target = 20;
            analyze staged_series, staged_cell, current_cell, earlier_cell, staged_place, current_place
            """;

    /** Counts the cells that a query judges and those that are off, and reads the worst of them. */
    private static final String FIND = """
            with judged as materialized ({judged}),
            worst as (select * from judged where off order by weight desc, period desc, series limit ?)
            select n.judged, n.off, s.ref_area, s.codes, w.series, w.period, w.value, w.before, w.low, w.high
            from (select count(*) as judged, count(*) filter (where off) as off from judged) n
                left join worst w on true
                left join staged_series s on s.id = w.series
            order by w.weight desc, w.period desc, w.series
            """;

    private final Connection connection;
    private final DatasetDefined dataset;
    private final Territories territories;
    private final boolean full;
    private boolean view;

    private ComparedCells(Connection connection, DatasetDefined dataset, Territories territories, boolean full) {
        this.connection = connection;
        this.dataset = dataset;
        this.territories = territories;
        this.full = full;
    }

    /** How many cells a query judged, how many of them are off, and the worst of those. */
    record Found(long judged, long off, List<Example> examples) {}

    /** A query that reads something else than cells. */
    @FunctionalInterface
    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /**
     * @param full whether cells that the file does not state cease to be
     */
    static ComparedCells open(Connection connection, DatasetDefined dataset, Territories territories, boolean full)
            throws SQLException {
        ComparedCells cells = new ComparedCells(connection, dataset, territories, full);
        cells.run("set local work_mem = '64MB'");
        // a table that was just filled is not known to the planner
        cells.run(ANALYZE);
        if (cells.read("select from current_cell limit 1", rows -> !rows.next())) {
            cells.view = true;
            cells.run(CREATE_OF_FILE);
        } else {
            cells.run(CREATE.replace("{full}", Boolean.toString(full)));
            cells.run("analyze compared_cell");
        }
        return cells;
    }

    @Override
    public void close() throws SQLException {
        run(view ? "drop view compared_cell" : "drop table compared_cell");
    }

    /** Whether there is nothing to compare the file with. */
    boolean isFirst() {
        return view;
    }

    DatasetDefined dataset() {
        return dataset;
    }

    Territories territories() {
        return territories;
    }

    boolean isFull() {
        return full;
    }

    /**
     * @param judged a query of {@code series, period, value, before, low, high, weight, off}
     */
    Found find(String judged, Object... parameters) throws SQLException {
        Object[] all = Arrays.copyOf(parameters, parameters.length + 1);
        all[parameters.length] = EXAMPLES;
        return read(
                FIND.replace("{judged}", judged),
                rows -> {
                    List<Example> examples = new ArrayList<>();
                    long judgedCells = 0;
                    long off = 0;
                    while (rows.next()) {
                        judgedCells = rows.getLong("judged");
                        off = rows.getLong("off");
                        if (rows.getObject("series") != null) {
                            examples.add(example(rows));
                        }
                    }
                    return new Found(judgedCells, off, examples);
                },
                all);
    }

    <T> T read(String sql, Reading<T> reading, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = select.executeQuery()) {
                return reading.read(rows);
            }
        }
    }

    void run(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    /** A list as the parameter of a query. */
    Object texts(List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    /** The place of a dimension among the codes of a series, from 1 as arrays count. */
    int placeOf(String dimension) {
        return dataset.dimensions().stream()
                        .map(DatasetDefined.Dimension::id)
                        .toList()
                        .indexOf(dimension)
                + 1;
    }

    /** A place that is told by no more than its territory and period, each of which may be null. */
    Example place(String territory, LocalDate firstDay) {
        return new Example(
                territory,
                territory == null
                        ? null
                        : territories.find(territory).map(Territory::labels).orElse(null),
                firstDay == null ? null : period(firstDay),
                null,
                null,
                null,
                null);
    }

    String period(LocalDate firstDay) {
        return Period.startingOn(dataset.frequency(), firstDay).orElseThrow().toString();
    }

    private Example example(ResultSet row) throws SQLException {
        Map<String, String> codes = new LinkedHashMap<>();
        String[] ofSeries = (String[]) row.getArray("codes").getArray();
        for (int i = 0; i < ofSeries.length; i++) {
            codes.put(dataset.dimensions().get(i).id(), ofSeries[i]);
        }
        Example place = place(row.getString("ref_area"), row.getObject("period", LocalDate.class));
        BigDecimal low = shown(row.getBigDecimal("low"));
        BigDecimal high = shown(row.getBigDecimal("high"));
        return new Example(
                place.territory(),
                place.name(),
                place.period(),
                codes,
                shown(row.getBigDecimal("value")),
                shown(row.getBigDecimal("before")),
                low == null && high == null ? null : new Expected(low, high));
    }

    /** A number of the store with its decimals put back. */
    private BigDecimal shown(BigDecimal kept) {
        return kept == null
                ? null
                : kept.movePointLeft(dataset.decimals()).setScale(dataset.decimals(), RoundingMode.HALF_UP);
    }
}
