package cl.observatory.query.signal;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.events.signal.SignalsClosed;
import cl.observatory.query.EventsIn;
import cl.observatory.query.Outcome;
import cl.observatory.query.TransientFailure;
import cl.observatory.query.filing.FilingRootProjection;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes what the topic of communities brings: closed months of signals, and roots of filing, which it hands over. An event of a
 * type that it does not know is none of its business.
 */
@ApplicationScoped
public class SignalConsumer {

    private static final String CHANNEL = "community";

    private final EventsIn events;
    private final SignalProjection signals;
    private final FilingRootProjection filingRoots;

    SignalConsumer(EventsIn events, SignalProjection signals, FilingRootProjection filingRoots) {
        this.events = events;
        this.signals = signals;
        this.filingRoots = filingRoots;
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
        return switch (event.type()) {
            case SignalsClosed.TYPE -> signals.apply(event.id(), event.data(SignalsClosed.class));
            case FilingRootSigned.TYPE -> filingRoots.apply(event.id(), event.data(FilingRootSigned.class));
            default -> Outcome.IGNORED; // a newer producer's
        };
    }
}
