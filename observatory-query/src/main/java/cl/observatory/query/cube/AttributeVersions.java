package cl.observatory.query.cube;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * What stands beside versions of cells. It belongs to a version and holds as long as that does, so a cell whose value
 * stays and whose attributes change gets a new version. Data sets without attributes pay one look-up for each batch.
 */
final class AttributeVersions {

    private static final String NUMBERS = "std_err, lower_ci, upper_ci, sample_size, df";

    private static final String STAGE = """
            create temporary table if not exists staged_attribute (
                series_id integer, period date,
                std_err bigint, lower_ci bigint, upper_ci bigint, sample_size bigint, df bigint)
            on commit delete rows
            """;

    private static final String MAY_HAVE = """
            select exists (select from dataset where id = :dataset and definition ->> 'kind' = 'ESTIMATE')
            """;

    private static final String END_CHANGED = """
            update cell set until_release = :key
            from (
                select version.series_id, version.period, version.from_release
                from staged_attribute staged
                join cell version using (series_id, period)
                left join cell_attribute held using (series_id, period, from_release)
                where version.from_release <= :current and version.until_release > :current
                  and (staged.std_err, staged.lower_ci, staged.upper_ci, staged.sample_size, staged.df)
                      is distinct from (held.std_err, held.lower_ci, held.upper_ci, held.sample_size, held.df)) changed
            where cell.series_id = changed.series_id and cell.period = changed.period
              and cell.from_release = changed.from_release
            """;

    private static final String ADD_CHANGED = """
            insert into cell_attribute (series_id, period, from_release, std_err, lower_ci, upper_ci, sample_size, df)
            select series_id, period, :key, std_err, lower_ci, upper_ci, sample_size, df
            from staged_attribute
            where num_nonnulls(std_err, lower_ci, upper_ci, sample_size, df) > 0
              and exists (
                  select from cell
                  where cell.series_id = staged_attribute.series_id and cell.period = staged_attribute.period
                    and cell.from_release = :key)
            """;

    private static final String DISCARD = """
            delete from cell_attribute using series
            where series.id = cell_attribute.series_id and series.dataset_id = :dataset
              and cell_attribute.from_release = :key
            """;

    private static final String BRING_BACK = """
            insert into cell_attribute (series_id, period, from_release, std_err, lower_ci, upper_ci, sample_size, df)
            select series_id, period, :key, std_err, lower_ci, upper_ci, sample_size, df
            from series
            join cell on cell.series_id = series.id
            join cell_attribute using (series_id, period, from_release)
            where series.dataset_id = :dataset
              and from_release <= :target and until_release > :target and until_release <= :current
            """;

    private static final String REMOVE = """
            delete from cell_attribute using series
            where series.id = cell_attribute.series_id and series.dataset_id = :dataset
              and cell_attribute.from_release >= :key
            """;

    private AttributeVersions() {}

    /** Adds those of a data set's first release. */
    static void addFirst(Handle handle, int key, ObservationBatch batch, int[] series) throws SQLException {
        if (batch.hasAttributes()) {
            stage(handle, batch, series);
            addChanged(handle, key);
        }
    }

    /**
     * Ends versions of cells whose attributes are no longer those of the batch.
     *
     * @return whether there can be any, so that they are to be added behind
     */
    static boolean endChanged(Handle handle, int key, int current, ObservationBatch batch, int[] series)
            throws SQLException {
        boolean some = batch.hasAttributes()
                || handle.createQuery(MAY_HAVE)
                        .bind("dataset", batch.datasetId())
                        .mapTo(Boolean.class)
                        .one();
        if (some) {
            stage(handle, batch, series);
            handle.createUpdate(END_CHANGED)
                    .bind("key", key)
                    .bind("current", current)
                    .execute();
        }
        return some;
    }

    /** Adds what was staged, for the versions that begin with a release. */
    static void addChanged(Handle handle, int key) {
        handle.createUpdate(ADD_CHANGED).bind("key", key).execute();
    }

    /** Takes those of a release that never became visible out again. */
    static void discard(Handle handle, String datasetId, int key) {
        handle.createUpdate(DISCARD).bind("dataset", datasetId).bind("key", key).execute();
    }

    /** Gives the cells that {@link CellHistory} brings back theirs; before it does. */
    static void bringBack(Handle handle, String datasetId, int key, int current, int target) {
        handle.createUpdate(BRING_BACK)
                .bind("dataset", datasetId)
                .bind("key", key)
                .bind("current", current)
                .bind("target", target)
                .execute();
    }

    /** Removes those of a key and of all later ones. */
    static void removeFrom(Handle handle, String datasetId, int key) {
        handle.createUpdate(REMOVE).bind("dataset", datasetId).bind("key", key).execute();
    }

    private static void stage(Handle handle, ObservationBatch batch, int[] series) throws SQLException {
        handle.execute(STAGE);
        handle.execute("truncate staged_attribute");
        long[] days = batch.dictionary(1).stream()
                .mapToLong(period -> Period.parse(period).orElseThrow().start().toEpochDay())
                .toArray();
        ObservationAttribute[] attributes = ObservationAttribute.values();
        try (CellCopy copy =
                new CellCopy(handle.getConnection(), "staged_attribute (series_id, period, " + NUMBERS + ")")) {
            for (int i = 0; i < batch.rows(); i++) {
                CellCopy row =
                        copy.row(2 + attributes.length).integer(series[i]).date(days[batch.code(1, i)]);
                for (ObservationAttribute attribute : attributes) {
                    long number = batch.attribute(attribute, i);
                    if (number == ObservationBatch.MISSING) {
                        row.missing();
                    } else {
                        row.bigint(number);
                    }
                }
            }
            copy.end();
        }
        handle.execute("analyze staged_attribute");
    }
}
