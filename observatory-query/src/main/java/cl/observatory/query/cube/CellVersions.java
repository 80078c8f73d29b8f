package cl.observatory.query.cube;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The versions of cells. A release that is loading writes versions that begin with its key and ends those that it
 * replaces with it, so that nothing changes for readers of the releases before. All within the caller's transaction.
 */
public final class CellVersions {

    static final String STAGE = """
            create temporary table if not exists staged (
                series_id integer, period date, value bigint, cells integer, periods smallint, status smallint)
            on commit delete rows
            """;

    private static final String MATCHED = """
            select count(*) from staged join cell using (series_id, period)
            where cell.from_release <= :current and cell.until_release > :current
            """;

    private static final String END_REPLACED = """
            update cell set until_release = :key
            from staged
            where cell.series_id = staged.series_id and cell.period = staged.period
              and cell.from_release <= :current and cell.until_release > :current
              and (cell.value, cell.cells, cell.periods, cell.status)
                  is distinct from (staged.value, staged.cells, staged.periods, staged.status)
            """;

    private static final String ADD_CHANGED = """
            insert into cell (series_id, period, value, from_release, cells, periods, status)
            select series_id, period, value, :key, cells, periods, status
            from staged
            where not exists (
                select from cell
                where cell.series_id = staged.series_id and cell.period = staged.period
                  and cell.from_release <= :current and cell.until_release > :current and cell.until_release <> :key)
            returning period
            """;

    private static final String DISCARD = """
            delete from cell using series
            where series.id = cell.series_id and series.dataset_id = :dataset and cell.from_release = :key
            """;

    private static final String RESTORE = """
            update cell set until_release = 2147483647 from series
            where series.id = cell.series_id and series.dataset_id = :dataset and cell.until_release = :key
            """;

    private CellVersions() {}

    /**
     * What a batch came to beside the release before.
     *
     * @param matched cells that the release before has too
     * @param touched periods, by their first days, in which something changed
     */
    public record Merged(long matched, Set<LocalDate> touched) {}

    /**
     * Adds cells of a data set's first release.
     *
     * @param meanwhile is run while PostgreSQL takes them in
     */
    public static void addFirst(Handle handle, int key, ObservationBatch batch, int[] series, Runnable meanwhile)
            throws SQLException {
        copy(
                handle,
                "cell (series_id, period, value, cells, periods, status, from_release)",
                batch,
                series,
                row -> row.integer(key),
                meanwhile);
        AttributeVersions.addFirst(handle, key, batch, series);
    }

    /**
     * Adds cells of a later release, as far as they differ from the current one.
     *
     * @param meanwhile is run while PostgreSQL takes them in
     */
    public static Merged merge(
            Handle handle, int key, int current, ObservationBatch batch, int[] series, Runnable meanwhile)
            throws SQLException {
        expectFew(handle);
        handle.execute(STAGE);
        copy(handle, "staged (series_id, period, value, cells, periods, status)", batch, series, row -> {}, meanwhile);
        boolean hasAttributes = AttributeVersions.endChanged(handle, key, current, batch, series);
        Merged merged = mergeStaged(handle, key, current);
        if (hasAttributes) {
            AttributeVersions.addChanged(handle, key);
        }
        return merged;
    }

    /**
     * Lets PostgreSQL find some cells among many by their index, for the rest of the transaction. By default it believes that
     * a page out of its turn costs four times as much, as on a turning disk, and goes through all cells for those of a month.
     */
    public static void expectFew(Handle handle) {
        handle.execute("set local random_page_cost = 1");
    }

    /** Adds what lies in the table {@code staged}, as far as it differs from the current release. */
    static Merged mergeStaged(Handle handle, int key, int current) {
        handle.execute("analyze staged");
        long matched = handle.createQuery(MATCHED)
                .bind("current", current)
                .mapTo(Long.class)
                .one();
        handle.createUpdate(END_REPLACED)
                .bind("key", key)
                .bind("current", current)
                .execute();
        Set<LocalDate> touched =
                handle
                        .createQuery(ADD_CHANGED)
                        .bind("key", key)
                        .bind("current", current)
                        .mapTo(LocalDate.class)
                        .stream()
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Merged(matched, touched);
    }

    /** Takes a release that never became visible out again. */
    public static void discard(Handle handle, String datasetId, int key) {
        AttributeVersions.discard(handle, datasetId, key);
        handle.createUpdate(DISCARD).bind("dataset", datasetId).bind("key", key).execute();
        handle.createUpdate(RESTORE).bind("dataset", datasetId).bind("key", key).execute();
    }

    /** The columns of a row behind those that every row has. */
    private interface Rest {
        void write(CellCopy row);
    }

    private static void copy(
            Handle handle, String table, ObservationBatch batch, int[] series, Rest rest, Runnable meanwhile)
            throws SQLException {
        long[] days = batch.dictionary(1).stream()
                .mapToLong(period -> Period.parse(period).orElseThrow().start().toEpochDay())
                .toArray();
        int statusColumn = batch.columns().size() - 1;
        int[] statuses = batch.dictionary(statusColumn).stream()
                .mapToInt(status -> ObsStatus.valueOf(status).rank())
                .toArray();
        int columns =
                1 + (int) table.chars().filter(character -> character == ',').count();
        try (CellCopy copy = new CellCopy(handle.getConnection(), table)) {
            for (int i : bySeries(series)) {
                CellCopy row = copy.row(columns).integer(series[i]).date(days[batch.code(1, i)]);
                if (batch.isMissing(i)) {
                    row.missing().integer(0).smallint(0);
                } else {
                    row.bigint(batch.value(i)).integer(1).smallint(1);
                }
                row.smallint(statuses[batch.code(statusColumn, i)]);
                rest.write(row);
            }
            copy.flush();
            meanwhile.run();
            copy.end();
        }
    }

    /** The rows in the order of their series: cells that are neighbours in the index of all cells come one after the other. */
    private static int[] bySeries(int[] series) {
        long[] rows = new long[series.length];
        for (int row = 0; row < series.length; row++) {
            rows[row] = (long) series[row] << Integer.SIZE | row;
        }
        Arrays.sort(rows);
        int[] sorted = new int[series.length];
        for (int place = 0; place < rows.length; place++) {
            sorted[place] = (int) rows[place];
        }
        return sorted;
    }
}
