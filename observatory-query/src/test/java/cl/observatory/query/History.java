package cl.observatory.query;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.events.Topics;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.query.Publisher.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The releases of one data set, one after the other; each is there for readers when the method returns. */
public final class History implements AutoCloseable {

    public static final Instant FIRST = Instant.parse("2025-03-01T12:00:00Z");
    public static final Instant SECOND = Instant.parse("2025-04-01T12:00:00Z");
    public static final Instant THIRD = Instant.parse("2025-05-01T12:00:00Z");
    public static final Instant WITHDRAWN = Instant.parse("2025-06-01T12:00:00Z");

    private final DatasetDefined dataset;
    private final Publisher publisher = new Publisher();
    private int sequence;

    public History(DatasetDefined dataset) {
        this.dataset = dataset;
        publisher.territories();
        publisher.classes();
    }

    public static History ofCases() {
        return new History(Publisher.cases(Publisher.unique("cases")));
    }

    public String dataset() {
        return dataset.id();
    }

    public Publisher publisher() {
        return publisher;
    }

    public ReleasePublished full(Instant at, List<Row> rows) {
        ReleasePublished release = publisher.release(dataset, ++sequence, at, rows);
        Caller.awaitRelease(dataset.id(), sequence);
        return release;
    }

    /**
     * @param changed rows in which it differs
     * @param whole all its rows
     */
    public ReleasePublished merge(ReleasePublished base, Instant at, List<Row> changed, List<Row> whole) {
        UUID id = UUID.randomUUID();
        List<ObservationBatch> batches = Publisher.batches(id, dataset, changed);
        ReleasePublished merged = Publisher.merged(id, base, at, batches, whole);
        ReleasePublished release = new ReleasePublished(
                id,
                merged.datasetId(),
                ++sequence,
                merged.status(),
                at,
                merged.changeNote(),
                merged.rows(),
                merged.batches(),
                merged.checksum(),
                merged.firstPeriod(),
                merged.lastPeriod(),
                merged.sourceSha256(),
                merged.profile(),
                merged.profileVersion(),
                at,
                merged.territoriesVersion(),
                merged.dataset(),
                merged.update(),
                merged.basedOn(),
                merged.totalRows());
        batches.forEach(batch -> publisher.send(Topics.RELEASES, Publisher.event(UUID.randomUUID(), batch)));
        publisher.send(Topics.RELEASES, Publisher.event(release));
        Caller.awaitRelease(dataset.id(), sequence);
        return release;
    }

    public void withdraw(ReleasePublished release, String reason) {
        boolean error = reason.equals(ReleaseWithdrawn.ERROR);
        publisher.send(
                Topics.RELEASES,
                Publisher.event(new ReleaseWithdrawn(
                        release.releaseId(),
                        release.datasetId(),
                        release.sequence(),
                        release.publishedAt(),
                        WITHDRAWN,
                        reason,
                        error ? "February was there twice." : null)));
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/datasets/{id}/releases", dataset.id())
                .then()
                .body("items.find { it.id == '" + release.releaseId() + "' }.status", equalTo("WITHDRAWN")));
    }

    @Override
    public void close() {
        publisher.close();
    }
}
