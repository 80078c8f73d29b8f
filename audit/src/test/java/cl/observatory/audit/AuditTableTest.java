package cl.observatory.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On tables of a service that calls its domains places. */
class AuditTableTest {

    private static final String TABLES = """
            create table audit_entry (
                sequence bigint primary key,
                recorded_at timestamptz not null,
                principal text not null,
                organization text,
                action text not null,
                place text,
                subject text not null,
                reason text,
                details jsonb not null,
                hash text not null
            );
            create table audit_head (one boolean primary key default true, sequence bigint not null, hash text not null);
            """;

    private static Database database;

    @BeforeAll
    static void createTables() throws SQLException {
        database = TestServers.createDatabase("audit");
        execute(TABLES);
    }

    @BeforeEach
    void empty() throws SQLException {
        execute("truncate audit_entry, audit_head; insert into audit_head values (true, 0, repeat('0', 64))");
    }

    @Test
    void entryIsReadAsItWasWritten() throws SQLException {
        // Given
        AuditEntry written = new AuditEntry(
                1,
                Instant.parse("2026-12-01T00:00:00.123456Z"),
                "somebody",
                "an organization",
                "DONE",
                "north",
                "things/1",
                "Because ✓",
                Map.of("b", "2", "a", "1"));

        // When
        AuditHead head = append(written);

        // Then
        assertEquals(new AuditHead(1, written.hash(AuditHead.START.hash())), head);
        assertEquals(List.of(new AuditTable.Stored(written, head.hash())), entries(null, null, Optional.empty()));
        assertEquals(new Verification(true, 1, head.toString(), null), verify());
    }

    @Test
    void thoseWhoAppendAtTheSameTimeMakeOneChain() throws InterruptedException, ExecutionException, SQLException {
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<AuditHead>> running = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                running.add(threads.submit(() -> append("north", "things/1")));
            }
            for (Future<AuditHead> written : running) {
                written.get();
            }
        }

        // Then
        Verification verification = verify();
        assertTrue(verification.intact());
        assertEquals(40, verification.entries());
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() throws SQLException {
        // Given
        AuditHead head = append("north", "things/1");

        // When
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            table(connection).append(number -> entry(number, "north", "things/2"));
            connection.rollback();
        }

        // Then
        assertEquals(new Verification(true, 1, head.toString(), null), verify());
    }

    @Test
    void readersWhoAreBoundSeeTheirDomainsAlone() throws SQLException {
        // Given
        append("north", "things/1");
        append("south", "things/2");
        append(null, "things/3");

        // When
        List<AuditTable.Stored> bound = entries(null, null, Optional.of(Set.of("south", "east")));
        List<AuditTable.Stored> asked = entries(null, "north", Optional.of(Set.of("south")));
        List<AuditTable.Stored> subject = entries("things/3", null, Optional.empty());
        List<AuditTable.Stored> none = entries(null, null, Optional.of(Set.of()));

        // Then
        assertEquals(List.of(2L), numbers(bound));
        assertEquals(List.of(), numbers(asked));
        assertEquals(List.of(3L), numbers(subject));
        assertEquals(List.of(), numbers(none));
    }

    @Test
    void editOfTheDomainIsFound() throws SQLException {
        // Given
        append("north", "things/1");
        append("north", "things/2");

        // When
        execute("update audit_entry set place = 'south' where sequence = 1");

        // Then
        assertEquals(new Verification.Broken(1, Verification.Cause.CHANGED), verify().broken());
    }

    @Test
    void withoutItsEndNothingIsRecorded() throws SQLException {
        // When
        execute("delete from audit_head");

        // Then
        assertThrows(IllegalStateException.class, () -> append("north", "things/1"));
        assertEquals(List.of(), entries(null, null, Optional.empty()));
    }

    private static AuditHead append(String place, String subject) throws SQLException {
        return inTransaction(table -> table.append(number -> entry(number, place, subject)));
    }

    private static AuditHead append(AuditEntry entry) throws SQLException {
        return inTransaction(table -> table.append(number -> entry));
    }

    private static AuditEntry entry(long number, String place, String subject) {
        return new AuditEntry(number, Instant.EPOCH, "somebody", null, "DONE", place, subject, null, Map.of());
    }

    private static List<AuditTable.Stored> entries(String subject, String place, Optional<Set<String>> allowed)
            throws SQLException {
        return inTransaction(table -> table.entries(new AuditTable.Question(0, subject, place, allowed, 10)));
    }

    private static Verification verify() throws SQLException {
        return inTransaction(table -> table.verify(Optional.empty()));
    }

    private static List<Long> numbers(List<AuditTable.Stored> entries) {
        return entries.stream().map(stored -> stored.entry().sequence()).toList();
    }

    /** What is done with the table in one transaction. */
    @FunctionalInterface
    private interface Work<T> {
        T with(AuditTable table) throws SQLException;
    }

    private static <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            T result = work.with(table(connection));
            connection.commit();
            return result;
        }
    }

    private static AuditTable table(Connection connection) {
        return new AuditTable(connection, "place");
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
