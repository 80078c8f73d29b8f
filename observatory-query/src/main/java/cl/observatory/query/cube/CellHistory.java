package cl.observatory.query.cube;

import org.jdbi.v3.core.Handle;

/**
 * Goes back in the history of a data set's cells, sums included, when releases are withdrawn. All within the caller's
 * transaction; the cost follows the data set.
 */
public final class CellHistory {

    private static final String END_LATER = """
            update cell set until_release = :key from series
            where series.id = cell.series_id and series.dataset_id = :dataset
              and cell.from_release > :target and cell.from_release <= :current and cell.until_release > :current
            """;

    private static final String BRING_BACK = """
            insert into cell (series_id, period, value, from_release, cells, periods, status)
            select cell.series_id, cell.period, cell.value, :key, cell.cells, cell.periods, cell.status
            from cell join series on series.id = cell.series_id
            where series.dataset_id = :dataset
              and cell.from_release <= :target and cell.until_release > :target and cell.until_release <= :current
            """;

    private static final String BRING_ATTRIBUTES_BACK = """
            insert into cell_attribute (series_id, period, from_release, std_err, lower_ci, upper_ci, sample_size, df)
            select cell.series_id, cell.period, :key, std_err, lower_ci, upper_ci, sample_size, df
            from cell join series on series.id = cell.series_id
            join cell_attribute held
              on held.series_id = cell.series_id and held.period = cell.period
             and held.from_release = cell.from_release
            where series.dataset_id = :dataset
              and cell.from_release <= :target and cell.until_release > :target and cell.until_release <= :current
            """;

    private static final String REMOVE_ATTRIBUTES = """
            delete from cell_attribute using series
            where series.id = cell_attribute.series_id and series.dataset_id = :dataset
              and cell_attribute.from_release >= :key
            """;

    private static final String REMOVE = """
            delete from cell using series
            where series.id = cell.series_id and series.dataset_id = :dataset and cell.from_release >= :key
            """;

    private static final String REVIVE = """
            update cell set until_release = 2147483647 from series
            where series.id = cell.series_id and series.dataset_id = :dataset
              and cell.until_release >= :key and cell.until_release < 2147483647
            """;

    private CellHistory() {}

    /**
     * Lets the cells of an earlier release hold again.
     *
     * @param key from which on
     * @param current key whose cells hold until then
     * @param target key of the earlier release, 0 for no cells at all
     */
    public static void restore(Handle handle, String datasetId, int key, int current, int target) {
        for (String step : new String[] {END_LATER, BRING_BACK, BRING_ATTRIBUTES_BACK}) {
            handle.createUpdate(step)
                    .bind("dataset", datasetId)
                    .bind("key", key)
                    .bind("current", current)
                    .bind("target", target)
                    .execute();
        }
    }

    /** Removes every trace of a key and of all later ones. */
    public static void removeFrom(Handle handle, String datasetId, int key) {
        for (String step : new String[] {REMOVE_ATTRIBUTES, REMOVE, REVIVE}) {
            handle.createUpdate(step)
                    .bind("dataset", datasetId)
                    .bind("key", key)
                    .execute();
        }
    }
}
