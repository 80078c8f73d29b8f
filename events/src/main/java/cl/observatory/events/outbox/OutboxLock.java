package cl.observatory.events.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whoever holds it is the only one who sends what this outbox's service has to say, until the transaction ends. */
public final class OutboxLock {

    private static final long KEY = 0x6f7574626f78L;

    private OutboxLock() {}

    /** Whether it was free. */
    public static boolean take(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
