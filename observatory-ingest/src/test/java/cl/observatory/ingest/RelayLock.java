package cl.observatory.ingest;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps the relay of the outbox from working, as another process does whose turn it is. */
public final class RelayLock implements AutoCloseable {

    /** As {@code OutboxRelay} takes it. */
    private static final long KEY = 0x6f7574626f78L;

    private final Connection connection;

    private RelayLock(Connection connection) {
        this.connection = connection;
    }

    public static RelayLock take() throws SQLException {
        Connection connection = Store.connection();
        await().until(() -> isLocked(connection));
        return new RelayLock(connection);
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, KEY);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            unlock.setLong(1, KEY);
            unlock.execute();
        }
    }
}
