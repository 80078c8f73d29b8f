package cl.observatory.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cl.observatory.local.TestFolder;
import cl.observatory.local.process.Command;
import cl.observatory.local.process.FreePort;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class PostgresServerTest {

    private static final String PASSWORD = "onlyForThisTestAndNoOther";

    @TempDir
    private Path folder;

    private PostgresFiles files;
    private PostgresServer server;

    @BeforeEach
    void prepare() throws IOException {
        // Another user may have to pass through.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path password = folder.resolve("superuser");
        PrivateFiles.write(password, PASSWORD);
        files = new PostgresFiles(
                PostgresBinaries.in(TestFolder.shared()),
                folder.resolve("data"),
                new LogFile(folder.resolve("postgres.log")),
                new PidFile(folder.resolve("postgres.pid")),
                password);
        server = new PostgresServer(files, FreePort.any(), Lifetime.BOUND);
    }

    @AfterEach
    void end() {
        server.stop();
    }

    @Test
    void aLockWhoseNumberIsNowAStrangersDoesNotKeepItFromStarting() throws IOException, SQLException {
        // Given
        server.start();
        Database database = server.databases().ensure("kept", PASSWORD);
        server.kill();
        Path lock = files.data().resolve("postmaster.pid");
        String stranger = Long.toString(ProcessHandle.current().pid());
        Files.writeString(lock, Files.readString(lock).replaceFirst("\\d+", stranger));

        // When
        server.start();

        // Then
        assertEquals(1, query(database, "select 1"));
    }

    @Test
    void itsLogRepeatsNoRow() throws IOException, SQLException {
        // Given
        server.start();
        Database database = server.databases().ensure("quiet", PASSWORD);
        String secret = "what-a-person-wrote";

        // When
        assertThrows(SQLException.class, () -> query(database, "select '" + secret + "'::int"));
        assertThrows(SQLException.class, () -> query(database, "select " + secret));
        query(database, "create table told (text text unique check (text <> 'x')); select 1");
        String insert = "insert into told values ('%s'); select 1";
        query(database, insert.formatted(secret));
        assertThrows(SQLException.class, () -> query(database, insert.formatted(secret)));
        assertThrows(SQLException.class, () -> query(database, "alter table told add check (text = 'y'); select 1"));
        assertThrows(SQLException.class, () -> bind(database, "insert into told values (?)", secret));
        assertThrows(SQLException.class, () -> bind(database, "select ?::int", secret));
        crashWhile(database, "select pg_sleep(60), '" + secret + "'");
        server.stop();

        // Then
        String log = Files.readString(files.log().path());
        assertTrue(log.contains("was terminated by signal 11"), log);
        assertFalse(log.contains(secret), log);
    }

    @Test
    void whoIsLetIntoADatabaseMayConnectToNoOther() throws SQLException {
        // Given
        server.start();
        Database shared = server.databases().ensure("shared", PASSWORD);
        Database other = server.databases().ensure("other", PASSWORD);
        query(shared, "create table rows as select 7 as value; select 1");

        // When
        Database guest = server.databases().ensureAccount(shared, "shared_guest", PASSWORD);

        // Then
        assertEquals(1, query(guest, "select 1"));
        assertThrows(SQLException.class, () -> query(guest, "select value from rows"));
        for (String database : List.of("other", "postgres", "template1")) {
            Database elsewhere = new Database(server.jdbcUrl(database), guest.username(), guest.password());
            SQLException refused = assertThrows(SQLException.class, () -> query(elsewhere, "select 1"));
            assertTrue(refused.getMessage().contains("permission denied for database"), refused.getMessage());
        }
        assertEquals(1, query(other, "select 1"));
    }

    @Test
    void sessionsOfAnAccountCanBeKeptFromTellingWhenTheyDidWhat() throws SQLException {
        // Given
        server.start();
        Database owner = server.databases().ensure("untold", PASSWORD);
        Database guest = server.databases().ensureAccount(owner, "untold_guest", PASSWORD);
        query(owner, "create table rows as select 7 as value; grant select on rows to untold_guest; select 1");

        // When
        server.databases().setForSessionsOf("untold_guest", List.of("track_activities = off", "track_counts = off"));

        // Then
        try (Connection open = connect(guest);
                Statement statement = open.createStatement()) {
            statement.execute("select value from rows");
            statement.execute("select pg_stat_force_next_flush()");
            statement.execute("select 1");
            assertEquals(1, query(guest, """
                    select count(*) from pg_stat_activity where usename = 'untold_guest' and pid <> pg_backend_pid()
                    and query_start is null and coalesce(query, '') = ''"""));
        }
        assertEquals(1, query(owner, "select count(*) from pg_stat_user_tables where last_seq_scan is null"));
    }

    @Test
    void whatIsNotedAtADatabaseIsThereAfterACrash() {
        // Given
        server.start();
        server.databases().ensure("noted", PASSWORD);
        assertEquals("", server.databases().note("noted"));

        // When
        server.databases().setNote("noted", "0aF9");
        server.kill();
        server.start();

        // Then
        assertEquals("0aF9", server.databases().note("noted"));
    }

    @Test
    void madeTwiceADatabaseKeepsItsRowsAndTakesTheNewPassword() throws SQLException {
        // Given
        server.start();
        Database before = server.databases().ensure("twice", PASSWORD);
        query(before, "create table kept as select 7 as value; select 1");

        // When
        Database after = server.databases().ensure("twice", PASSWORD + "2");

        // Then
        assertEquals(7, query(after, "select value from kept"));
        assertThrows(SQLException.class, () -> query(before, "select 1"));
    }

    @Test
    void whereUserNamespacesAreForbiddenRootRunsItAsAnotherUserAndLaterAsItself() throws IOException, SQLException {
        // Given
        assumeTrue(PostgresAccount.of(folder) == PostgresAccount.USER_NAMESPACE, "only root can become another user");
        server.launch(PostgresAccount.NOBODY);
        server.awaitReady();
        ProcessIdentity process = server.running().orElseThrow();
        Object owner = Files.getAttribute(Path.of("/proc/" + process.pid()), "unix:uid");
        Database database = server.databases().ensure("moved", PASSWORD);
        server.stop();

        // When
        server.start();

        // Then
        assertEquals(65534, owner);
        assertEquals(1, query(database, "select 1"));
    }

    @Test
    void aPortThatIsTakenIsToldInWords() throws IOException {
        // Given
        try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            server = new PostgresServer(files, taken.getLocalPort(), Lifetime.BOUND);

            // When
            LocalStackException failure = assertThrows(LocalStackException.class, server::start);

            // Then
            assertTrue(failure.getMessage().contains("Address already in use"), failure.getMessage());
        }
    }

    /** Has the server's process of a session end by a fault while it runs the statement. */
    private void crashWhile(Database database, String statement) throws SQLException {
        try (Connection connection = connect(database)) {
            int pid = connection.unwrap(PGConnection.class).getBackendPID();
            CompletableFuture<Boolean> running = CompletableFuture.supplyAsync(() -> {
                try (Statement slow = connection.createStatement()) {
                    return slow.execute(statement);
                } catch (SQLException ended) {
                    return false;
                }
            });
            assertTrue(Waiting.until(Duration.ofSeconds(10), () -> isRunning(database, pid)));
            Command.run("kill", "-s", "SEGV", Integer.toString(pid));
            assertFalse(running.join());
        }
        assertTrue(Waiting.until(Duration.ofSeconds(10), server::isReady));
    }

    private static boolean isRunning(Database database, int pid) {
        try {
            return query(
                            database,
                            "select count(*) from pg_stat_activity where pid = " + pid + " and wait_event = 'PgSleep'")
                    == 1;
        } catch (SQLException failed) {
            return false;
        }
    }

    private static void bind(Database database, String sql, String value) throws SQLException {
        try (Connection connection = connect(database);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static int query(Database database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
