package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.time.Period;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The cells of the release before that a loading release has replaced. */
public final class ReplacedCells {

    private static final String REPLACED = """
            select ref_area, dimensions, cell.period, value, status, std_err, lower_ci, upper_ci, sample_size, df
            from series join cell on cell.series_id = series.id
            left join cell_attribute beside
              on beside.series_id = cell.series_id and beside.period = cell.period
             and beside.from_release = cell.from_release
            where dataset_id = :dataset and not derived and cell.period = any (:periods) and until_release = :key
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
                .map((row, context) -> canonical(row, dataset))
                .forEach(checksum::subtractRow);
    }

    /** As {@link ReleaseChecksum} defines it. */
    private static String canonical(ResultSet row, DatasetDefined dataset) throws SQLException {
        Period period = Period.startingOn(dataset.frequency(), row.getObject("period", LocalDate.class))
                .orElseThrow();
        String dimensions = row.getString("dimensions");
        return row.getString("ref_area")
                + '|'
                + period
                + (dimensions.isEmpty() ? "" : '|' + dimensions)
                + '|'
                + number(row, "value")
                + '|'
                + ObsStatus.ofRank(row.getInt("status"))
                + attributes(row);
    }

    private static String attributes(ResultSet row) throws SQLException {
        StringBuilder attributes = new StringBuilder();
        boolean any = false;
        for (ObservationAttribute attribute : ObservationAttribute.values()) {
            String number = number(row, attribute.name().toLowerCase(Locale.ROOT));
            attributes.append('|').append(number);
            any |= !number.isEmpty();
        }
        return any ? attributes.toString() : "";
    }

    private static String number(ResultSet row, String column) throws SQLException {
        Long number = row.getObject(column, Long.class);
        return number == null ? "" : number.toString();
    }
}
