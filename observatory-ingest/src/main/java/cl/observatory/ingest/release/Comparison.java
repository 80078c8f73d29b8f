package cl.observatory.ingest.release;

import cl.observatory.events.reference.DatasetDefined;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the staged cells of a file with those of the current release. */
final class Comparison {

    private static final int PAGE = 10_000;

    private static final String SAME = """
            n.value is not distinct from c.value and n.status = c.status and n.beside is not distinct from c.beside
            """;

    private static final String IN_BOTH = """
            select ref_area, year, sum(cells)::bigint as cells, sum(same)::bigint as same,
                   sum(values)::bigint as values, sum(before) as before
            from (
                select series, date_part('year', period) as year, count(*) as cells,
                       count(*) filter (where %s) as same, count(c.value) as values, sum(c.value) as before
                from staged_cell n join current_cell c using (series, period)
                group by series, date_part('year', period)) shared
            join staged_series on id = series
            group by ref_area, year
            """.formatted(SAME);

    private static final String UNCHANGED = """
            select n.series, n.period from staged_cell n join current_cell c using (series, period) where %s
            """.formatted(SAME);

    private final DatasetDefined dataset;
    private final Update update;
    private final RegionYears file;
    private final RegionYears current;
    private final Map<RegionYears.Place, Shared> shared = new HashMap<>();

    /**
     * Cells that both have.
     *
     * @param values how many have a value in the current release
     * @param before sum of those
     */
    private record Shared(long cells, long same, long values, BigInteger before) {

        static final Shared NONE = new Shared(0, 0, 0, BigInteger.ZERO);

        Shared plus(Shared other) {
            return new Shared(cells + other.cells, same + other.same, values + other.values, before.add(other.before));
        }
    }

    /**
     * @param file cells of the file
     * @param current cells of the current release; of a merge, those of the years that the file has
     */
    Comparison(DatasetDefined dataset, Update update, RegionYears file, RegionYears current) {
        this.dataset = dataset;
        this.update = update;
        this.file = file;
        this.current = current;
    }

    Changes changes(Connection connection) throws SQLException {
        if (!current.isEmpty()) {
            readShared(connection);
        }
        Set<RegionYears.Place> places = new TreeSet<>(
                Comparator.comparing(RegionYears.Place::region).thenComparingInt(RegionYears.Place::year));
        file.places().forEach(places::add);
        if (update == Update.full) {
            current.places().forEach(places::add);
        }
        return Changes.of(places.stream().map(this::group).toList());
    }

    private void readShared(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement()) {
            select.execute("analyze staged_series, staged_cell, current_cell");
            select.execute("set local work_mem = '128MB'");
            try (ResultSet rows = select.executeQuery(IN_BOTH)) {
                while (rows.next()) {
                    BigDecimal before = rows.getBigDecimal("before");
                    shared.merge(
                            RegionYears.Place.of(rows.getString("ref_area"), "%04d".formatted(rows.getInt("year"))),
                            new Shared(
                                    rows.getLong("cells"),
                                    rows.getLong("same"),
                                    rows.getLong("values"),
                                    before == null ? BigInteger.ZERO : before.toBigInteger()),
                            Shared::plus);
                }
            }
        }
    }

    private Changes.Group group(RegionYears.Place place) {
        RegionYears.Sum after = file.get(place);
        RegionYears.Sum before = current.get(place);
        Shared both = shared.getOrDefault(place, Shared.NONE);
        boolean merges = update == Update.merge;
        return new Changes.Group(
                place.region(),
                place.year(),
                after.cells() - both.cells(),
                both.cells() - both.same(),
                merges ? 0 : before.cells() - both.cells(),
                both.same(),
                sum(before.values()),
                sum(merges ? merged(before, after, both) : after.values()));
    }

    /** What is kept of the current release, and what the file has. */
    private static BigInteger merged(RegionYears.Sum before, RegionYears.Sum after, Shared both) {
        if (before.count() == both.values()) {
            return after.values();
        }
        BigInteger kept = before.values().subtract(both.before());
        return after.values() == null ? kept : kept.add(after.values());
    }

    private BigDecimal sum(BigInteger whole) {
        return whole == null || !dataset.addsUp() ? null : new BigDecimal(whole, dataset.decimals());
    }

    /** The cells that are the same in both. */
    static Cells unchanged(Connection connection) throws SQLException {
        Cells unchanged = new Cells();
        try (PreparedStatement select = connection.prepareStatement(UNCHANGED)) {
            select.setFetchSize(PAGE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    unchanged.add(rows.getInt(1), rows.getObject(2, LocalDate.class));
                }
            }
        }
        return unchanged;
    }
}
