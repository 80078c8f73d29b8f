package cl.observatory.events.outbox;

import cl.observatory.events.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Stores events to be sent. Call it on the connection, and so in the transaction, of the change that they tell of. */
public final class Outbox {

    private static final String INSERT = """
            insert into outbox (id, topic, source, type, subject, occurred_at, encoding, data)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private Outbox() {}

    public static void add(Connection connection, String topic, Event event) throws SQLException {
        insert(connection, INSERT, topic, event);
    }

    /** Stores an event whose id is computed from what it speaks of, unless it was stored before. */
    public static void addOnce(Connection connection, String topic, Event event) throws SQLException {
        insert(connection, INSERT + " on conflict (id) do nothing", topic, event);
    }

    private static void insert(Connection connection, String sql, String topic, Event event) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, event.id());
            insert.setString(2, topic);
            insert.setString(3, event.source());
            insert.setString(4, event.type());
            insert.setString(5, event.subject());
            insert.setTimestamp(6, Timestamp.from(event.time()));
            insert.setString(7, event.encoding().name());
            insert.setBytes(8, event.data());
            insert.executeUpdate();
        }
    }
}
