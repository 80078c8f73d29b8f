package cl.observatory.query.release;

import cl.observatory.events.Event;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A release as the events that carry it, so that tests can lose, repeat and shuffle them. */
record Sent(ReleasePublished release, List<Event> batches) {

    static Sent of(DatasetDefined dataset, int sequence, List<Row> rows) {
        return of(dataset, sequence, Instant.now(), rows);
    }

    static Sent of(DatasetDefined dataset, int sequence, Instant publishedAt, List<Row> rows) {
        UUID id = UUID.randomUUID();
        List<ObservationBatch> batches = Publisher.batches(id, dataset, rows);
        return new Sent(
                Publisher.published(id, dataset, sequence, publishedAt, batches),
                batches.stream()
                        .map(batch -> Publisher.event(UUID.randomUUID(), batch))
                        .toList());
    }

    /** The same batches, of which the release speaks otherwise. */
    Sent withRows(long rows) {
        return with(rows, release.checksum(), release.territoriesVersion());
    }

    Sent withChecksum(String checksum) {
        return with(release.rows(), checksum, release.territoriesVersion());
    }

    Sent withTerritories(String version) {
        return with(release.rows(), release.checksum(), version);
    }

    private Sent with(long rows, String checksum, String territoriesVersion) {
        ReleasePublished changed = new ReleasePublished(
                release.releaseId(),
                release.datasetId(),
                release.sequence(),
                release.status(),
                release.publishedAt(),
                release.changeNote(),
                rows,
                release.batches(),
                checksum,
                release.firstPeriod(),
                release.lastPeriod(),
                release.sourceSha256(),
                release.profile(),
                release.profileVersion(),
                release.retrievedAt(),
                territoriesVersion,
                release.dataset());
        return new Sent(changed, batches);
    }

    UUID id() {
        return release.releaseId();
    }

    Event batch(int place) {
        return batches.get(place);
    }

    Event end() {
        return Publisher.event(release);
    }

    /** The batches, then the release. */
    List<Event> all() {
        List<Event> all = new ArrayList<>(batches);
        all.add(end());
        return all;
    }
}
