package cl.observatory.ingest;

import cl.observatory.events.Event;
import cl.observatory.ingest.reading.RowReader;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What the service's database holds. */
public final class Store {

    private static final List<String> TABLES = List.of(
            "dataset",
            "profile",
            "import",
            "import_source",
            "release_batch",
            "release",
            "indicator",
            "break_list",
            "boundary_edition",
            "alert_rule",
            "alias_table",
            "import_rejected",
            "outbox",
            "audit_entry",
            "approval_policy");

    private Store() {}

    /** How many rows each table has. */
    public static Map<String, Long> contents() {
        Map<String, Long> contents = new TreeMap<>();
        TABLES.forEach(table -> contents.put(table, number("select count(*) from " + table)));
        return contents;
    }

    /** The only number that a query gives. */
    public static long number(String sql, Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** The outbox's events about a subject, in the order in which they are sent. */
    public static List<Event> outbox(String subject) {
        return query(
                "select * from outbox where subject = ? order by position",
                row -> new Event(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getTimestamp("occurred_at").toInstant(),
                        Event.Encoding.valueOf(row.getString("encoding")),
                        row.getBytes("data")),
                subject);
    }

    public static int update(String sql, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement update = prepare(connection, sql, parameters)) {
            return update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Reads one row of an answer. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    public static <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = connection();
                PreparedStatement select = prepare(connection, sql, parameters);
                ResultSet rows = select.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public static Connection connection() throws SQLException {
        return CDI.current().select(DataSource.class).get().getConnection();
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
