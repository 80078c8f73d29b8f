package cl.observatory.local.postgres;

import cl.observatory.local.process.Launch;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Signal;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server on 127.0.0.1. All it knows lies in its files, so that any JVM may find, end or start it. It may be
 * killed at any moment: the next start recovers what was committed.
 */
public final class PostgresServer {

    static final String SUPERUSER = "postgres";

    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(60);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final PostgresFiles files;
    private final PostgresAccount account;
    private final int port;
    private final Lifetime lifetime;

    public PostgresServer(PostgresFiles files, PostgresAccount account, int port, Lifetime lifetime) {
        this.files = files;
        this.account = account;
        this.port = port;
        this.lifetime = lifetime;
    }

    /** Starts the server, unless it runs, and returns when it answers. */
    public void start() {
        if (running().isEmpty()) {
            PostgresCluster cluster = new PostgresCluster(files, account);
            cluster.createIfMissing();
            cluster.configure(port, lifetime);
            cluster.clearStaleLock();
            launch();
        }
        awaitReady();
    }

    public Optional<ProcessIdentity> running() {
        return files.pidFile().running();
    }

    /** Ends the server in good order: what is not committed is rolled back. */
    public void stop() {
        running().ifPresent(process -> process.stop(Signal.INT, PATIENCE_AT_STOP));
    }

    /** Ends the server as a crash would. */
    public void kill() {
        running().ifPresent(ProcessIdentity::kill);
    }

    public PostgresDatabases databases() {
        return new PostgresDatabases(this);
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl(SUPERUSER));
        source.setUser(SUPERUSER);
        source.setPassword(password());
        return source.getConnection();
    }

    private void launch() {
        List<String> command =
                List.of(files.binaries().program("postgres"), "-D", files.data().toString());
        new Launch(
                        // INT asks for a fast shutdown, TERM would wait for every client to leave.
                        account.around(lifetime.around(command, Signal.INT)),
                        Map.of(),
                        files.data().getParent(),
                        files.log(),
                        files.pidFile())
                .start();
    }

    private void awaitReady() {
        boolean ready = Waiting.until(PATIENCE_AT_START, () -> {
            if (running().isEmpty()) {
                throw failure("PostgreSQL ended during its start.");
            }
            return answers();
        });
        if (!ready) {
            throw failure(
                    "PostgreSQL does not answer on port %d after %d s.".formatted(port, PATIENCE_AT_START.toSeconds()));
        }
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(0);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private LocalStackException failure(String sentence) {
        return new LocalStackException("%s Its log, %s, ends with:%n%s"
                .formatted(
                        sentence,
                        files.log().path(),
                        String.join("\n", files.log().tail(20))));
    }

    private String password() {
        try {
            return Files.readString(files.passwordFile()).trim();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the password of PostgreSQL's superuser", failed);
        }
    }
}
