package cl.observatory.query.release;

import cl.observatory.events.Event;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.EventsIn;
import cl.observatory.query.Outcome;
import cl.observatory.query.TransientFailure;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes releases from Kafka: for each data set first the batches of a release, then the release, then its withdrawal. */
@ApplicationScoped
public class ReleaseConsumer {

    private static final String CHANNEL = "releases";

    private final EventsIn events;
    private final BatchProjection batches;
    private final ReleaseProjection releases;
    private final WithdrawalProjection withdrawals;

    ReleaseConsumer(
            EventsIn events, BatchProjection batches, ReleaseProjection releases, WithdrawalProjection withdrawals) {
        this.events = events;
        this.batches = batches;
        this.releases = releases;
        this.withdrawals = withdrawals;
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
            case ObservationBatch.TYPE -> batches.apply(event.id(), ObservationBatchCodec.decode(event.data()));
            case ReleasePublished.TYPE -> releases.apply(event.id(), event.data(ReleasePublished.class));
            case ReleaseWithdrawn.TYPE -> withdrawals.apply(event.id(), event.data(ReleaseWithdrawn.class));
            default -> Outcome.IGNORED; // a newer producer's
        };
    }
}
