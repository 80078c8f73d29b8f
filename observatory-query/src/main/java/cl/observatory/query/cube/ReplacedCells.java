package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The cells of the release before that a loading release has replaced. */
public final class ReplacedCells {

    private static final String REPLACED = """
            select ref_area, dimensions, period, value, status, std_err, lower_ci, upper_ci, sample_size, df
            from series join cell on series_id = series.id
            left join cell_attribute using (series_id, period, from_release)
            where dataset_id = :dataset and not derived and period = any (:periods) and until_release = :key
            """;

    private ReplacedCells() {}

    /**
     * Takes their rows away from the checksum of the release before.
     *
     * @param key of the release that is loading
     * @param touched first days of the periods in which cells were replaced
     */
    public static void subtractFrom(
            ReleaseChecksum checksum, Handle handle, DatasetDefined dataset, int key, Set<LocalDate> touched) {
        handle.createQuery(REPLACED)
                .bind("dataset", dataset.id())
                .bind("key", key)
                .bindArray("periods", LocalDate.class, List.copyOf(touched))
                .map((row, context) -> {
                    Period period = Period.startingOn(dataset.frequency(), row.getObject("period", LocalDate.class))
                            .orElseThrow();
                    String dimensions = row.getString("dimensions");
                    Long value = row.getObject("value", Long.class);
                    return row.getString("ref_area")
                            + '|'
                            + period
                            + (dimensions.isEmpty() ? "" : '|' + dimensions)
                            + '|'
                            + (value == null ? "" : value)
                            + '|'
                            + ObsStatus.ofRank(row.getInt("status"))
                            + Attributes.read(row).canonical();
                })
                .forEach(checksum::subtractRow);
    }
}
