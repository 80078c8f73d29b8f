package cl.observatory.ingest.publication;

import cl.observatory.events.Topics;
import cl.observatory.events.outbox.OutboxSender;
import cl.observatory.events.outbox.TopicRenewal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Sends what the outbox holds for as long as the service runs, and rids the topics of what was removed. */
@ApplicationScoped
class EventsOut {

    private final OutboxSender sender;
    private final TopicRenewal renewal;

    EventsOut(DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.sender = new OutboxSender(dataSource, kafka);
        this.renewal =
                new TopicRenewal(dataSource, kafka, List.of(Topics.RELEASES, Topics.RELEASES + Topics.DEAD_LETTER));
    }

    void start(@Observes StartupEvent started) {
        sender.start();
        renewal.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        renewal.close();
        sender.close();
    }
}
