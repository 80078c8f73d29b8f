package cl.observatory.query;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.inbox.Inbox;
import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The inbox on the table of this service's migration. */
class InboxTest {

    private final PGSimpleDataSource dataSource = new PGSimpleDataSource();
    private final UUID event = UUID.randomUUID();

    @BeforeEach
    void createInbox() throws SQLException, IOException {
        Database database = TestServers.createDatabase("inbox");
        dataSource.setUrl(database.jdbcUrl());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        try (InputStream migration = getClass().getResourceAsStream("/db/read/V001__create_processed_event.sql");
                Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void eventIsAcceptedOnce() throws SQLException {
        // Given
        boolean first;
        try (Connection connection = dataSource.getConnection()) {
            first = Inbox.accept(connection, event);
        }

        // When
        boolean second;
        boolean another;
        try (Connection connection = dataSource.getConnection()) {
            second = Inbox.accept(connection, event);
            another = Inbox.accept(connection, UUID.randomUUID());
        }

        // Then
        assertTrue(first);
        assertFalse(second);
        assertTrue(another);
    }

    @Test
    void eventWhoseApplicationWasRolledBackIsAcceptedAgain() throws SQLException {
        // Given
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Inbox.accept(connection, event);
            connection.rollback();
        }

        // When
        boolean again;
        try (Connection connection = dataSource.getConnection()) {
            again = Inbox.accept(connection, event);
        }

        // Then
        assertTrue(again);
    }

    /** Whether the first commits decides about the second, which therefore waits to learn it. */
    @Test
    void ofTwoThatApplyAnEventAtOnceTheSecondWaitsForTheFirst()
            throws SQLException, InterruptedException, ExecutionException {
        // Given
        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            first.setAutoCommit(false);
            boolean firstAccepted = Inbox.accept(first, event);
            Callable<Boolean> attempt = () -> Inbox.accept(second, event);

            // When
            Future<Boolean> secondAccepted = other.submit(attempt);
            int waiting = waitingConnections();
            first.commit();

            // Then
            assertTrue(firstAccepted);
            assertEquals(1, waiting);
            assertFalse(secondAccepted.get());
        }
    }

    private int waitingConnections() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return await().until(() -> waiting(statement), count -> count > 0);
        }
    }

    private static int waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)) {
            row.next();
            return row.getInt(1);
        }
    }
}
