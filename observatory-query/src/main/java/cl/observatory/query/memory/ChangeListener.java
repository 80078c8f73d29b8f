package cl.observatory.query.memory;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.postgresql.jdbc.PgConnection;

/**
 * Hears of every change that any process commits, on a connection of its own. A connection that is lost, or no longer
 * answers, ends the generation before another one is opened, so that no change goes unheard while something is kept.
 */
@ApplicationScoped
class ChangeListener {

    private static final Logger LOG = Logger.getLogger(ChangeListener.class);

    /** By which the store's operators know the connection. */
    static final String NAME = "observatory-query changes";

    private static final int QUIET_MILLISECONDS = 2_000;
    private static final int PATIENCE_SECONDS = 2;
    private static final int PAUSE_SECONDS = 1;

    private final DataSource dataSource;
    private final Generation generation;
    private final KeptAnswers answers;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ChangeListener(DataSource dataSource, Generation generation, KeptAnswers answers) {
        this.dataSource = dataSource;
        this.generation = generation;
        this.answers = answers;
    }

    void start(@Observes StartupEvent started) {
        Thread.ofPlatform().name("changes").daemon().start(this::listen);
    }

    void stop(@Observes ShutdownEvent stopping) {
        stopped.countDown();
        generation.end();
    }

    private void listen() {
        while (!isStopped(0)) {
            try (Connection connection = dataSource.getConnection()) {
                hearOrBreakOff(connection);
            } catch (SQLException lost) {
                LOG.warnf("No answers are kept: changes are not heard of (%s)", lost.getMessage());
            } finally {
                generation.end();
                answers.clear();
            }
            isStopped(PAUSE_SECONDS);
        }
    }

    /** The pool does not see that what it lent is lost, and would lend it again, until a statement of its own fails. */
    private void hearOrBreakOff(Connection connection) throws SQLException {
        try {
            hear(connection);
        } catch (SQLException lost) {
            generation.end();
            connection.unwrap(PgConnection.class).abort(Runnable::run);
            try (Statement statement = connection.createStatement()) {
                statement.execute("select 1");
            } catch (SQLException expected) {
                lost.addSuppressed(expected);
            }
            throw lost;
        }
    }

    private void hear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set application_name = '" + NAME + "'");
            statement.execute("listen readers");
            generation.begin();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!isStopped(0)) {
                PGNotification[] told = postgres.getNotifications(QUIET_MILLISECONDS);
                if (told != null && told.length > 0) {
                    generation.move();
                    answers.clear();
                } else if (!connection.isValid(PATIENCE_SECONDS)) {
                    throw new SQLException("the connection does not answer");
                }
            }
            statement.execute("unlisten readers");
        }
    }

    private boolean isStopped(int seconds) {
        try {
            return stopped.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
