package cl.observatory.ingest.publication;

import cl.observatory.events.Event;
import cl.observatory.events.outbox.OutboxRelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Empties the outbox into Kafka. A failure leaves everything in place; the next turn tries again. */
@ApplicationScoped
public class OutboxSender {

    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final long PAUSE_MILLIS = 100;

    private final OutboxRelay relay;
    private final MutinyEmitter<byte[]> emitter;
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbox").factory());

    OutboxSender(DataSource dataSource, @Channel("events") MutinyEmitter<byte[]> emitter) {
        this.relay = new OutboxRelay(dataSource, this::send);
        this.emitter = emitter;
    }

    void start(@Observes StartupEvent started) {
        var _ = turns.scheduleWithFixedDelay(this::sendWaiting, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent stopped) {
        turns.shutdown();
    }

    private void sendWaiting() {
        try {
            while (!turns.isShutdown() && relay.relay() > 0) {
                // a page was sent, there may be more
            }
        } catch (SQLException | RuntimeException unavailable) {
            // whatever it was, the schedule must go on
            LOG.warn("events wait in the outbox", unavailable);
        }
    }

    private CompletionStage<Void> send(String topic, Event event) {
        RecordHeaders headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return emitter.sendMessage(Message.of(
                        event.data(),
                        Metadata.of(OutgoingKafkaRecordMetadata.<String>builder()
                                .withTopic(topic)
                                .withKey(event.subject())
                                .withHeaders(headers)
                                .build())))
                .subscribeAsCompletionStage();
    }
}
