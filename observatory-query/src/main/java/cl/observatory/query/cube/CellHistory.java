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
        AttributeVersions.bringBack(handle, datasetId, key, current, target);
        for (String step : new String[] {END_LATER, BRING_BACK}) {
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
        AttributeVersions.removeFrom(handle, datasetId, key);
        handle.createUpdate(REMOVE).bind("dataset", datasetId).bind("key", key).execute();
        handle.createUpdate(REVIVE).bind("dataset", datasetId).bind("key", key).execute();
    }
}
