package cl.observatory.events.outbox;

import cl.observatory.events.Event;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Stores events to be sent. Call it on the connection, and so in the transaction, of the change that they tell of. */
public final class Outbox {

    private static final String INSERT = """
            insert into outbox (id, topic, source, type, subject, occurred_at, encoding, data)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final List<String> TAKE_BACK = List.of(
            "insert into removed_event (event_id) select unnest(?) on conflict do nothing",
            "delete from outbox where id = any (?)");

    private Outbox() {}

    public static void add(Connection connection, String topic, Event event) throws SQLException {
        insert(connection, INSERT, topic, event);
    }

    /** Stores an event whose id is computed from what it speaks of, unless it was stored before. */
    public static void addOnce(Connection connection, String topic, Event event) throws SQLException {
        insert(connection, INSERT + " on conflict (id) do nothing", topic, event);
    }

    /**
     * Takes events back: what was not sent is not sent any more, and what was is to leave the topics ({@link TopicRenewal}).
     *
     * @param connection that sees the table {@code removed_event} as well
     */
    public static void takeBack(Connection connection, Collection<UUID> events) throws SQLException {
        Array ids = connection.createArrayOf("uuid", events.toArray());
        for (String sql : TAKE_BACK) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, ids);
                statement.executeUpdate();
            }
        }
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
