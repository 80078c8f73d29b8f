package cl.observatory.reports.territory;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.reference.TerritoriesPublished;
import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Takes the territories out of the topic of reference data. Only in the role that moderates: the one that takes reports never
 * connects to a broker. What can never be applied goes to the dead letters; whatever else fails, such as a store that is away,
 * is tried again until it works.
 */
@ApplicationScoped
class TerritoryConsumer {

    private static final Logger LOG = Logger.getLogger(TerritoryConsumer.class);

    private static final String GROUP = "community-reports-territory";
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_TURN = Duration.ofSeconds(10);

    /** SQLSTATE classes of data that no table takes: out of range, against a constraint. */
    private static final List<String> NEVER_TAKEN = List.of("22", "23");

    private final RoleConfig roles;
    private final TerritoryProjection projection;
    private final Map<String, Object> kafka;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("territories").factory());

    TerritoryConsumer(
            RoleConfig roles,
            TerritoryProjection projection,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.roles = roles;
        this.projection = projection;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent started) {
        if (roles.has(Role.MODERATION)) {
            var _ = turns.scheduleWithFixedDelay(this::follow, 0, WAIT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        turns.shutdown();
        var _ = turns.awaitTermination(LAST_TURN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads on until the service ends or something fails; the next turn begins behind the last record that was done with. */
    private void follow() {
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.REFERENCE));
            while (!turns.isShutdown()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(WAIT)) {
                    take(record);
                }
                consumer.commitSync();
            }
        } catch (SQLException | RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.warn("territories wait in the topic", failed);
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) throws SQLException {
        try {
            Event event = Event.read(record.headers(), record.value());
            if (event.type().equals(TerritoriesPublished.TYPE)) {
                apply(event);
            }
        } catch (UnreadableEventException refused) {
            DeadLetter.of(record, GROUP, refused).send(kafka);
        }
    }

    private void apply(Event event) throws SQLException {
        TerritoriesPublished table = event.data(TerritoriesPublished.class);
        try {
            projection.apply(event.id(), table);
        } catch (SQLException | RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && isNeverTaken(sql.getSQLState())) {
                    throw new UnreadableEventException("the event cannot be applied", failed);
                }
            }
            throw failed;
        }
    }

    private static boolean isNeverTaken(String state) {
        return state != null && NEVER_TAKEN.stream().anyMatch(state::startsWith);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // one that was killed gives way after this time
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
        return settings;
    }
}
