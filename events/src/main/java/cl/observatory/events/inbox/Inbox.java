package cl.observatory.events.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Remembers which events were applied. Call it on the connection, and so in the transaction, that applies the event. */
public final class Inbox {

    private Inbox() {}

    /**
     * @return whether the event is new; false means that it was applied before and must have no effect now
     */
    public static boolean accept(Connection connection, UUID eventId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into processed_event (event_id) values (?) on conflict do nothing")) {
            insert.setObject(1, eventId);
            return insert.executeUpdate() == 1;
        }
    }
}
