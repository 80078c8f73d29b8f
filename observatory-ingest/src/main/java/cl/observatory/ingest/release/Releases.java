package cl.observatory.ingest.release;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.dataset.Dataset;
import cl.observatory.ingest.dataset.Datasets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Publication of releases. */
@ApplicationScoped
public class Releases {

    private static final String SEND_BATCHES = """
            insert into outbox (id, topic, source, type, subject, occurred_at, encoding, data)
            select event_id, ?, ?, ?, ?, ?, 'ZSTD', data from release_batch where release_id = ? order by sequence
            """;

    private static final String UNSENT = """
            select count(*) from outbox
            where sent_at is null and id in (select event_id from release_batch where release_id = ?
                                             union all select ?::uuid)
            """;

    private final ReleaseRepository repository;
    private final Datasets datasets;
    private final DataSource dataSource;
    private final Clock clock;

    Releases(ReleaseRepository repository, Datasets datasets, DataSource dataSource, Clock clock) {
        this.repository = repository;
        this.datasets = datasets;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** How far the events of a release are on their way to the broker. */
    public record Progress(Release release, long unsentEvents) {}

    /**
     * Makes the content its data set's next release and hands its events to the outbox, in the caller's transaction.
     * The lock on the data set keeps the events of one release together and releases in the order of their numbers.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Release publish(String datasetId, Content content) throws SQLException {
        Dataset dataset = datasets.lock(datasetId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Release release = new Release(content.id(), datasetId, dataset.nextSequence(), now);
        repository.persistAndFlush(release);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement batches = connection.prepareStatement(SEND_BATCHES)) {
            batches.setString(1, Topics.RELEASES);
            batches.setString(2, IngestEvents.SOURCE);
            batches.setString(3, ObservationBatch.TYPE);
            batches.setString(4, datasetId);
            batches.setTimestamp(5, Timestamp.from(now));
            batches.setObject(6, content.id());
            batches.executeUpdate();
            Outbox.add(
                    connection,
                    Topics.RELEASES,
                    // the event of a release bears its id: there is one
                    Event.of(
                            content.id(),
                            IngestEvents.SOURCE,
                            ReleasePublished.TYPE,
                            datasetId,
                            now,
                            event(dataset, release, content)));
        }
        return release;
    }

    /** Empty when there is no such release. */
    @Transactional
    public Optional<Progress> progress(UUID id) throws SQLException {
        Release release = repository.findById(id);
        if (release == null) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement unsent = connection.prepareStatement(UNSENT)) {
            unsent.setObject(1, id);
            unsent.setObject(2, id);
            try (ResultSet row = unsent.executeQuery()) {
                row.next();
                return Optional.of(new Progress(release, row.getLong(1)));
            }
        }
    }

    private static ReleasePublished event(Dataset dataset, Release release, Content content) {
        return new ReleasePublished(
                content.id(),
                dataset.id(),
                release.sequence(),
                content.status(),
                release.publishedAt(),
                content.changeNote(),
                content.rows(),
                content.batches(),
                content.checksum(),
                content.firstPeriod(),
                content.lastPeriod(),
                content.sourceSha256(),
                content.profile(),
                content.profileVersion(),
                content.retrievedAt(),
                content.territoriesVersion(),
                dataset.definition());
    }
}
