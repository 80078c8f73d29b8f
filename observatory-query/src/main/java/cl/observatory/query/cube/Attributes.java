package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.statistic.Estimate;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.statistic.Statistic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands beside the value of an estimate, as whole numbers; null where it was not sent. The first three are in the
 * data set's decimals.
 */
public record Attributes(Long standardError, Long lower, Long upper, Long sampleSize, Long degreesOfFreedom) {

    public static final Attributes NONE = new Attributes(null, null, null, null, null);

    /** Columns of the table, for the list of a query. */
    public static final String COLUMNS = "std_err, lower_ci, upper_ci, sample_size, df";

    public static Attributes read(ResultSet row) throws SQLException {
        return read(row, "");
    }

    /**
     * @param prefix of the names of the columns
     */
    public static Attributes read(ResultSet row, String prefix) throws SQLException {
        return new Attributes(
                row.getObject(prefix + "std_err", Long.class),
                row.getObject(prefix + "lower_ci", Long.class),
                row.getObject(prefix + "upper_ci", Long.class),
                row.getObject(prefix + "sample_size", Long.class),
                row.getObject(prefix + "df", Long.class));
    }

    /** The estimate that they belong to. */
    public Estimate estimate(DatasetDefined dataset, long value) {
        double scale = Math.pow(10, dataset.decimals());
        return new Estimate(
                Statistic.valueOf(dataset.statistic()),
                value / scale,
                standardError == null ? null : standardError / scale,
                lower == null || upper == null ? null : new Interval(lower / scale, upper / scale),
                sampleSize,
                degreesOfFreedom);
    }

    /** As the canonical form of a row ends with them: not at all when there are none. */
    String canonical() {
        if (equals(NONE)) {
            return "";
        }
        return Stream.of(standardError, lower, upper, sampleSize, degreesOfFreedom)
                .map(number -> number == null ? "|" : "|" + number)
                .collect(Collectors.joining());
    }
}
