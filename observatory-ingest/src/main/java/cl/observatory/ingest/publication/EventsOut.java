package cl.observatory.ingest.publication;

import cl.observatory.events.outbox.OutboxSender;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import javax.sql.DataSource;

/** Sends what the outbox holds for as long as the service runs. */
@ApplicationScoped
class EventsOut {

    private final OutboxSender sender;

    EventsOut(DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.sender = new OutboxSender(dataSource, kafka);
    }

    void start(@Observes StartupEvent started) {
        sender.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        sender.close();
    }
}
