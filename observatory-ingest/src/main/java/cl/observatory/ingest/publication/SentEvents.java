package cl.observatory.ingest.publication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Clears the outbox of what the broker has had for longer than the retention. Nothing asks for a row that was sent: the
 * state of an import is told by those that were not. Each step is a small transaction of its own; it may run in several
 * processes at once.
 */
@ApplicationScoped
class SentEvents {

    private static final System.Logger LOG = System.getLogger(SentEvents.class.getName());
    private static final int STEP = 500;

    private static final String CLEAR = """
            delete from outbox where position in (
                select position from outbox where sent_at < ? order by sent_at limit %d for update skip locked)
            """.formatted(STEP);

    private final DataSource dataSource;
    private final OutboxConfig config;
    private final Clock clock;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox-clearance").factory());

    SentEvents(DataSource dataSource, OutboxConfig config, Clock clock) {
        this.dataSource = dataSource;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.clearEvery().toMillis();
        var _ = turns.scheduleWithFixedDelay(this::clearAll, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        turns.shutdownNow();
    }

    private void clearAll() {
        try {
            int cleared;
            do {
                cleared = clear();
            } while (cleared == STEP && !turns.isShutdown());
        } catch (SQLException | RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.log(System.Logger.Level.WARNING, "the outbox keeps what it sent until the next turn", failed);
        }
    }

    /**
     * Clears one step.
     *
     * @return how many events went
     */
    int clear() throws SQLException {
        Instant before = clock.instant().minus(config.retention());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(CLEAR)) {
            delete.setTimestamp(1, Timestamp.from(before));
            return delete.executeUpdate();
        }
    }
}
