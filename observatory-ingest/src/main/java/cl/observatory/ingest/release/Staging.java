package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The cells of a file, and those of the current release that it is compared with, in temporary tables that SQL can ask
 * and that are gone with the transaction; beside them the places, each a territory with a period, that have a value. A batch is copied while the next rows are read: PostgreSQL has a core of its
 * own, and only whoever asks for the {@link #connection} waits for it.
 */
final class Staging implements AutoCloseable {

    private static final String CREATE = """
            create temporary table staged_series (id integer primary key, ref_area text, codes text[]) on commit drop;
            create temporary table staged_cell (
                series integer, period date, value bigint, status "char", season smallint, beside bigint) on commit drop;
            create temporary table current_cell (
                series integer, period date, value bigint, status "char", season smallint, beside bigint) on commit drop;
            create temporary table earlier_cell (
                series integer, period date, value bigint, status "char", season smallint, beside bigint) on commit drop;
            create temporary table staged_place (area text, period date) on commit drop;
            create temporary table current_place (area text, period date) on commit drop
            """;

    private static final int COLUMNS = 6;
    private static final ObservationAttribute[] ATTRIBUTES = ObservationAttribute.values();

    private final Connection connection;
    private final SeriesNumbers numbers = new SeriesNumbers();
    private final ValuedPlaces ofFile = new ValuedPlaces();
    private final ValuedPlaces ofCurrent = new ValuedPlaces();
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
        ofFile.add(batch, row -> true);
    }

    /** Adds cells of the current release. */
    void addCurrent(ObservationBatch batch, int[] series, IntPredicate rows) throws SQLException {
        add("current_cell", batch, series, rows);
        ofCurrent.add(batch, rows);
    }

    /** Adds cells of the current release from the years before those that the file of a merge touches. */
    void addEarlier(ObservationBatch batch, int[] series, IntPredicate rows) throws SQLException {
        add("earlier_cell", batch, series, rows);
    }

    /** Adds the places of both, behind the last of the cells. */
    void addPlaces() throws SQLException {
        ofFile.copyTo(connection(), "staged_place");
        ofCurrent.copyTo(connection(), "current_place");
    }

    private void add(String table, ObservationBatch batch, int[] series, IntPredicate rows) throws SQLException {
        List<LocalDate> starts = batch.dictionary(1).stream()
                .map(period -> Period.parse(period).orElseThrow().start())
                .toList();
        long[] days = starts.stream().mapToLong(LocalDate::toEpochDay).toArray();
        int[] seasons = starts.stream().mapToInt(LocalDate::getMonthValue).toArray();
        int statusColumn = batch.columns().size() - 1;
        underWay = new CopyRows(connection(), table + " (series, period, value, status, season, beside)");
        for (int i = 0; i < batch.rows(); i++) {
            if (!rows.test(i)) {
                continue;
            }
            CopyRows row = underWay.row(COLUMNS).integer(series[i]).date(days[batch.code(1, i)]);
            (batch.isMissing(i) ? row.missing() : row.bigint(batch.value(i)))
                    .character(batch.dictionary(statusColumn)
                            .get(batch.code(statusColumn, i))
                            .charAt(0))
                    .smallint(seasons[batch.code(1, i)]);
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
