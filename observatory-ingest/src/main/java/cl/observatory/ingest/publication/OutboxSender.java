package cl.observatory.ingest.publication;

import cl.observatory.events.Event;
import cl.observatory.events.outbox.OutboxRelay;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Empties the outbox into Kafka. A failure leaves everything in place; the next turn tries again. */
@ApplicationScoped
public class OutboxSender {

    private final OutboxRelay relay;
    private final MutinyEmitter<byte[]> emitter;

    OutboxSender(DataSource dataSource, @Channel("events") MutinyEmitter<byte[]> emitter) {
        this.relay = new OutboxRelay(dataSource, this::send);
        this.emitter = emitter;
    }

    @Scheduled(every = "0.2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendWaiting() throws SQLException {
        while (relay.relay() > 0) {
            // a full page was sent, there may be more
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
