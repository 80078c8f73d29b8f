package cl.observatory.query.signal;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.query.EventsIn;
import cl.observatory.query.Outcome;
import cl.observatory.query.TransientFailure;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes closed months of community signals from Kafka. An event of a type that it does not know is none of its business. */
@ApplicationScoped
public class SignalConsumer {

    private static final String CHANNEL = "community";

    private final EventsIn events;
    private final SignalProjection signals;

    SignalConsumer(EventsIn events, SignalProjection signals) {
        this.events = events;
        this.signals = signals;
    }

    /**
     * @throws UnreadableEventException when the record can never be applied; it goes to the dead letters
     */
    @Incoming(CHANNEL)
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 1000, jitter = 200, retryOn = TransientFailure.class)
    public void consume(ConsumerRecord<String, byte[]> record) {
        events.apply(CHANNEL, record, this::apply);
    }

    private Outcome apply(Event event) throws SQLException {
        return event.type().equals(SignalsClosed.TYPE)
                ? signals.apply(event.id(), event.data(SignalsClosed.class))
                : Outcome.IGNORED; // a newer producer's
    }
}
