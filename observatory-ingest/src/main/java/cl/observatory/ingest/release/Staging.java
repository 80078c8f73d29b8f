package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The cells of a file, and those of the current release that it is compared with, in temporary tables that SQL can ask
 * and that are gone with the transaction. A batch is copied while the next rows are read: PostgreSQL has a core of its
 * own, and only whoever asks for the {@link #connection} waits for it.
 */
final class Staging implements AutoCloseable {

    private static final String CREATE = """
            create temporary table staged_series (id integer primary key, ref_area text, codes text[]) on commit drop;
            create temporary table staged_cell (
                series integer, period date, value bigint, status "char", beside bigint) on commit drop;
            create temporary table current_cell (
                series integer, period date, value bigint, status "char", beside bigint) on commit drop
            """;

    private static final int COLUMNS = 5;
    private static final ObservationAttribute[] ATTRIBUTES = ObservationAttribute.values();

    private final Connection connection;
    private final SeriesNumbers numbers = new SeriesNumbers();
    private CopyRows underWay;

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement create = connection.createStatement()) {
            create.execute(CREATE);
        }
    }

    /** The connection, once what is under way on it has arrived. */
    Connection connection() throws SQLException {
        if (underWay != null) {
            underWay.end();
            underWay = null;
        }
        return connection;
    }

    /** The series of each row; those that are new are added to the table of series. */
    int[] series(ObservationBatch batch) throws SQLException {
        CopyRows[] copy = new CopyRows[1];
        int[] series = numbers.of(batch, (number, area, codes) -> {
            if (copy[0] == null) {
                underWay = new CopyRows(connection(), "staged_series (id, ref_area, codes)");
                copy[0] = underWay;
            }
            copy[0].row(3).integer(number).text(area).texts(codes);
        });
        if (copy[0] != null) {
            connection();
        }
        return series;
    }

    /** Adds cells of the file. */
    void addNew(ObservationBatch batch, int[] series) throws SQLException {
        add("staged_cell", batch, series, row -> true);
    }

    /** Adds cells of the current release. */
    void addCurrent(ObservationBatch batch, int[] series, IntPredicate rows) throws SQLException {
        add("current_cell", batch, series, rows);
    }

    private void add(String table, ObservationBatch batch, int[] series, IntPredicate rows) throws SQLException {
        long[] days = batch.dictionary(1).stream()
                .mapToLong(period -> Period.parse(period).orElseThrow().start().toEpochDay())
                .toArray();
        int statusColumn = batch.columns().size() - 1;
        underWay = new CopyRows(connection(), table + " (series, period, value, status, beside)");
        for (int i = 0; i < batch.rows(); i++) {
            if (!rows.test(i)) {
                continue;
            }
            CopyRows row = underWay.row(COLUMNS).integer(series[i]).date(days[batch.code(1, i)]);
            (batch.isMissing(i) ? row.missing() : row.bigint(batch.value(i)))
                    .character(batch.dictionary(statusColumn)
                            .get(batch.code(statusColumn, i))
                            .charAt(0));
            if (hasAttributes(batch, i)) {
                row.bigint(beside(batch, i));
            } else {
                row.missing();
            }
        }
        underWay.flush();
    }

    /** A row without any is the same in a batch in which others have some. */
    private static boolean hasAttributes(ObservationBatch batch, int row) {
        return batch.hasAttributes()
                && Arrays.stream(ATTRIBUTES)
                        .anyMatch(attribute -> batch.attribute(attribute, row) != ObservationBatch.MISSING);
    }

    /** A number that tells the attributes of two rows apart. */
    private static long beside(ObservationBatch batch, int row) {
        long hash = 0;
        for (ObservationAttribute attribute : ATTRIBUTES) {
            hash = hash * 0x9E3779B97F4A7C15L + batch.attribute(attribute, row);
        }
        return hash;
    }

    /** Gives up what is under way, so that the transaction can end. */
    @Override
    public void close() throws SQLException {
        if (underWay != null) {
            underWay.cancel();
            underWay = null;
        }
    }
}
