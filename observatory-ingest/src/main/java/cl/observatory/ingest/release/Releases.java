package cl.observatory.ingest.release;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.IngestEvents;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.dataset.Dataset;
import cl.observatory.ingest.dataset.Datasets;
import cl.observatory.problem.ProblemException;
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
import java.util.Objects;
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

    /** Lets nobody else publish or withdraw a release of the data set until the caller's transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Dataset lock(String datasetId) {
        return datasets.lock(datasetId);
    }

    /**
     * Whether a content can still be published: it was compared with the release that holds now.
     *
     * @param basedOn null when there was none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean isCurrent(String datasetId, UUID basedOn) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            UUID current = CurrentRelease.find(connection, datasetId)
                    .map(CurrentRelease::id)
                    .orElse(null);
            return Objects.equals(current, basedOn);
        }
    }

    /**
     * Makes the content its data set's next release and hands its events to the outbox, in the caller's transaction.
     * The lock on the data set keeps the events of one release together and releases in the order of their numbers.
     *
     * @throws ProblemException when it was compared with a release that is not the current one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Release publish(String datasetId, Content content) throws SQLException {
        Dataset dataset = lock(datasetId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!isCurrent(datasetId, content.basedOn())) {
            throw new ProblemException(IngestProblem.IMPORT_STALE);
        }
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
                content.whole().checksum(),
                content.whole().firstPeriod(),
                content.whole().lastPeriod(),
                content.sourceSha256(),
                content.profile(),
                content.profileVersion(),
                content.retrievedAt(),
                content.territoriesVersion(),
                dataset.definition(),
                content.update().inEvents(),
                content.basedOn(),
                content.whole().rows());
    }
}
