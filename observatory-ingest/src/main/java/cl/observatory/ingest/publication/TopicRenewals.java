package cl.observatory.ingest.publication;

import cl.observatory.events.Topics;
import cl.observatory.events.outbox.OutboxLock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
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
 * Rids the topics of what was removed for a disclosure ({@code docs/adr/0028}). Meanwhile the outbox waits, so that nothing
 * comes between; consumers see events again that they have applied, and leave them. One process does it at a time.
 */
@ApplicationScoped
class TopicRenewals {

    private static final System.Logger LOG = System.getLogger(TopicRenewals.class.getName());

    private static final List<String> TOPICS = List.of(Topics.RELEASES, Topics.RELEASES + Topics.DEAD_LETTER);

    private static final String WAITING = "select event_id from removed_event where gone_at is null";
    private static final String DONE = "update removed_event set gone_at = ? where event_id = any (?)";

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final OutboxConfig config;
    private final Clock clock;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("topic-renewal").factory());

    TopicRenewals(
            DataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OutboxConfig config,
            Clock clock) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        long pause = config.renewEvery().toMillis();
        var _ = turns.scheduleWithFixedDelay(this::renewWaiting, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
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
                Set<String> waiting = OutboxLock.take(connection) ? waiting(connection) : Set.of();
                if (!waiting.isEmpty()) {
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
        for (String topic : TOPICS) {
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

    private void note(Connection connection, Set<String> gone) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setTimestamp(1, Timestamp.from(clock.instant()));
            done.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", gone.stream().map(UUID::fromString).toArray()));
            done.executeUpdate();
        }
    }
}
