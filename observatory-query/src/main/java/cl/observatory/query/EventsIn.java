package cl.observatory.query;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Hands records over as events, and counts what becomes of them and how long they took to get here. */
@ApplicationScoped
public class EventsIn {

    private static final String CHANNEL = "channel";

    private final MeterRegistry registry;
    private final Clock clock;
    private final Progress progress;

    EventsIn(MeterRegistry registry, Clock clock, Progress progress) {
        this.registry = registry;
        this.clock = clock;
        this.progress = progress;
    }

    /** Applies an event to the store. */
    @FunctionalInterface
    public interface Projection {
        Outcome apply(Event event) throws SQLException;
    }

    /** Is told of every record that is done with, whether it was applied or refused. */
    @FunctionalInterface
    public interface Progress {
        void applied(String topic, int partition, long offset);
    }

    /**
     * @throws TransientFailure when it is worth another try
     * @throws UnreadableEventException when it is not
     */
    public void apply(String channel, ConsumerRecord<String, byte[]> record, Projection projection) {
        try {
            Event event = Event.read(record.headers(), record.value());
            Outcome outcome = TransientFailure.telling(() -> projection.apply(event));
            tell(record);
            count(channel, outcome);
            registry.timer("observatory.events.lag", CHANNEL, channel)
                    .record(Duration.between(event.time(), clock.instant()));
        } catch (UnreadableEventException refused) {
            tell(record);
            count(channel, Outcome.REFUSED);
            throw refused;
        }
    }

    private void tell(ConsumerRecord<String, byte[]> record) {
        TransientFailure.telling(() -> {
            progress.applied(record.topic(), record.partition(), record.offset());
            return record;
        });
    }

    private void count(String channel, Outcome outcome) {
        registry.counter(
                        "observatory.events.consumed",
                        CHANNEL,
                        channel,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
