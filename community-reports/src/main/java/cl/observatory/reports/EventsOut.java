package cl.observatory.reports;

import cl.observatory.events.outbox.OutboxSender;
import cl.observatory.reports.role.Role;
import cl.observatory.reports.role.RoleConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Sends what the outbox holds, in the role that moderates alone: no other has anything to say, or a way to a broker. */
@ApplicationScoped
class EventsOut {

    private final RoleConfig roles;
    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final AtomicReference<OutboxSender> sender = new AtomicReference<>();

    EventsOut(RoleConfig roles, DataSource dataSource, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.roles = roles;
        this.dataSource = dataSource;
        this.kafka = kafka;
    }

    void start(@Observes StartupEvent started) {
        if (roles.has(Role.MODERATION)) {
            OutboxSender starting = new OutboxSender(dataSource, kafka);
            sender.set(starting);
            starting.start();
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        Optional.ofNullable(sender.getAndSet(null)).ifPresent(OutboxSender::close);
    }
}
