package cl.observatory.events.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Rids topics of events that were taken back ({@code docs/adr/0028}), again and again. Meanwhile the outbox waits, so that
 * nothing comes between; consumers see events again that they have applied, and leave them. One process does it at a time.
 */
public final class TopicRenewal implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TopicRenewal.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final String WAITING = "select event_id from removed_event where gone_at is null";
    private static final String DONE = "update removed_event set gone_at = now() where event_id = any (?)";

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final List<String> topics;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("topic-renewal").factory());

    /**
     * @param dataSource whose connections see the tables {@code outbox} and {@code removed_event}
     * @param kafka how to reach the brokers
     * @param topics to which nobody else sends events whose order matters
     */
    public TopicRenewal(DataSource dataSource, Map<String, Object> kafka, List<String> topics) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.topics = topics;
    }

    public void start() {
        var _ = turns.scheduleWithFixedDelay(
                this::renewWaiting, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Breaks off: the next turn, of whichever process, begins again. */
    @Override
    public void close() {
        turns.shutdownNow();
    }

    private void renewWaiting() {
        try {
            renew();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } catch (SQLException | ExecutionException | RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.log(System.Logger.Level.WARNING, "topics still hold what was removed", failed);
        }
    }

    private void renew() throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Set<String> waiting = waiting(connection);
                if (!waiting.isEmpty() && OutboxLock.take(connection)) {
                    rid(new RemovedEvents(waiting));
                    note(connection, waiting);
                }
                connection.commit();
            } catch (SQLException | RuntimeException | InterruptedException | ExecutionException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void rid(RemovedEvents removed) throws InterruptedException, ExecutionException {
        for (String topic : topics) {
            try (RenewedTopic renewed = new RenewedTopic(topic, removed, kafka)) {
                renewed.renew();
            }
        }
        LOG.log(
                System.Logger.Level.INFO,
                "topics were rid of {0} removed events",
                removed.ids().size());
    }

    private static Set<String> waiting(Connection connection) throws SQLException {
        Set<String> waiting = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(WAITING);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                waiting.add(row.getString(1));
            }
        }
        return waiting;
    }

    private static void note(Connection connection, Set<String> gone) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", gone.stream().map(UUID::fromString).toArray()));
            done.executeUpdate();
        }
    }
}
