package cl.observatory.events.outbox;

import cl.observatory.events.Event;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Empties an outbox into Kafka, again and again. A failure leaves everything in place; the next turn tries again. */
public final class OutboxSender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(OutboxSender.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LAST_TURN = Duration.ofSeconds(10);

    private final OutboxRelay relay;
    private final Producer<String, byte[]> producer;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").factory());

    /**
     * @param dataSource whose connections see the table {@code outbox}
     * @param kafka how to reach the brokers; what the order and the safety of records need is set here
     */
    public OutboxSender(DataSource dataSource, Map<String, Object> kafka) {
        producer = new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer());
        relay = new OutboxRelay(dataSource, this::send);
    }

    /** What the order and the safety of records need, whoever sends them. */
    static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20);
        // a record that was given up while the ones behind it were sent would come after them
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return config;
    }

    public void start() {
        var _ = turns.scheduleWithFixedDelay(this::sendWaiting, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends after the turn under way. */
    @Override
    public void close() {
        turns.shutdown();
        try {
            var _ = turns.awaitTermination(LAST_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        producer.close(LAST_TURN);
    }

    private void sendWaiting() {
        try {
            while (!turns.isShutdown() && relay.relay() > 0) {
                // a page was sent, there may be more
            }
        } catch (SQLException | RuntimeException failed) {
            // whatever it was, the turns must go on
            LOG.log(System.Logger.Level.WARNING, "events wait in the outbox", failed);
        }
    }

    private CompletionStage<Void> send(String topic, Event event) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, event.subject(), event.data());
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var _ = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }
}
