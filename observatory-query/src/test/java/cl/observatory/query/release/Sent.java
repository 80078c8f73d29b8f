package cl.observatory.query.release;

import cl.observatory.events.Event;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
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

    /**
     * A merge over another release.
     *
     * @param changed rows in which it differs
     * @param whole all its rows
     */
    static Sent merge(ReleasePublished base, Instant publishedAt, List<Row> changed, List<Row> whole) {
        UUID id = UUID.randomUUID();
        List<ObservationBatch> batches = Publisher.batches(id, base.dataset(), changed);
        return new Sent(
                Publisher.merged(id, base, publishedAt, batches, whole),
                batches.stream()
                        .map(batch -> Publisher.event(UUID.randomUUID(), batch))
                        .toList());
    }

    /** The events of a release under other ids, as if none had been applied before. */
    static List<Event> again(Sent sent) {
        return sent.all().stream()
                .map(event -> new Event(
                        UUID.randomUUID(),
                        event.source(),
                        event.type(),
                        event.subject(),
                        event.time(),
                        event.encoding(),
                        event.data()))
                .toList();
    }

    Event withdrawal(String reason, Instant at) {
        return Publisher.event(new ReleaseWithdrawn(
                id(),
                release.datasetId(),
                release.sequence(),
                release.publishedAt(),
                at,
                reason,
                reason.equals(ReleaseWithdrawn.ERROR) ? "February was there twice." : null));
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

    Sent withBase(UUID basedOn) {
        return with(release.rows(), release.checksum(), release.territoriesVersion(), basedOn, release.totalRows());
    }

    Sent withSequence(int sequence) {
        return with(
                sequence,
                release.rows(),
                release.checksum(),
                release.territoriesVersion(),
                release.basedOn(),
                release.totalRows());
    }

    Sent withTotal(long totalRows) {
        return with(release.rows(), release.checksum(), release.territoriesVersion(), release.basedOn(), totalRows);
    }

    private Sent with(long rows, String checksum, String territoriesVersion) {
        return with(rows, checksum, territoriesVersion, release.basedOn(), release.totalRows());
    }

    private Sent with(long rows, String checksum, String territoriesVersion, UUID basedOn, long totalRows) {
        return with(release.sequence(), rows, checksum, territoriesVersion, basedOn, totalRows);
    }

    private Sent with(
            int sequence, long rows, String checksum, String territoriesVersion, UUID basedOn, long totalRows) {
        ReleasePublished changed = new ReleasePublished(
                release.releaseId(),
                release.datasetId(),
                sequence,
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
                release.dataset(),
                release.update(),
                basedOn,
                totalRows);
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
