package cl.observatory.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cl.observatory.local.TestFolder;
import cl.observatory.local.process.FreePort;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.process.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        server.stop();

        // Then
        assertFalse(Files.readString(files.log().path()).contains(secret));
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

    private static int query(Database database, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
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
