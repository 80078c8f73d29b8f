package cl.observatory.ingest.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import cl.observatory.ingest.Topic;
import cl.observatory.ingest.territory.TerritoryTable;
import cl.observatory.local.TestServers;
import cl.observatory.local.kafka.KafkaServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves for the broker: each release whole and in order, and nothing that was not approved. */
@QuarkusTest
@WithTestResource(Servers.class)
class EventsOutTest {

    private static final Duration RESTART = Duration.ofSeconds(60);

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void releaseLeavesAsItsBatchesAndItsEnd() {
        // Given
        // of seven years
        String file = Cases.file(2500);

        // When
        String id = cases.publish(file);

        // Then
        List<Event> events = Topic.eventsUntil(Topics.RELEASES, cases.dataset(), endOf(id));
        assertEquals(8, events.size());
        List<String> rows = new ArrayList<>();
        ReleaseChecksum checksum = new ReleaseChecksum();
        for (int i = 0; i < 7; i++) {
            assertEquals(ObservationBatch.TYPE, events.get(i).type());
            assertEquals(Event.Encoding.ZSTD, events.get(i).encoding());
            ObservationBatch batch = ObservationBatchCodec.decode(events.get(i).data());
            assertEquals(i, batch.sequence());
            assertEquals(id, batch.releaseId().toString());
            assertEquals(cases.dataset(), batch.datasetId());
            rows.addAll(Rows.of(batch));
            checksum.add(batch);
        }
        assertEquals(expected(file), rows);
        ReleasePublished end = events.getLast().data(ReleasePublished.class);
        assertEquals(ReleasePublished.TYPE, events.getLast().type());
        assertEquals(id, end.releaseId().toString());
        assertEquals(1, end.sequence());
        assertEquals("PROVISIONAL", end.status());
        assertEquals(2500, end.rows());
        assertEquals(7, end.batches());
        assertEquals(checksum.hex(), end.checksum());
        assertEquals("2000-01", end.firstPeriod());
        assertEquals("2006-07", end.lastPeriod());
        assertEquals("plain", end.profile());
        assertEquals(1, end.profileVersion());
        assertEquals(TerritoryTable.TERRITORIES.table().version(), end.territoriesVersion());
        assertEquals(cases.dataset(), end.dataset().id());
        Cases.get(id).body("checksum", equalTo(end.checksum())).body("source.sha256", equalTo(end.sourceSha256()));
    }

    @Test
    void parametersOfTheImportAreToldWithTheRelease() {
        // Given
        String id = cases.send(
                        cases.upload()
                                .queryParam("status", "DEFINITIVE")
                                .queryParam("changeNote", "cierre anual")
                                .queryParam("retrievedAt", "2026-11-01T09:30:00Z"),
                        Cases.FILE.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");

        // When
        Cases.decide(Caller.approver(), id, "APPROVE").statusCode(200);

        // Then
        ReleasePublished end = Store.outbox(cases.dataset()).getLast().data(ReleasePublished.class);
        assertEquals("DEFINITIVE", end.status());
        assertEquals("cierre anual", end.changeNote());
        assertEquals("2026-11-01T09:30:00Z", end.retrievedAt().toString());
    }

    @Test
    void releasesOfADatasetLeaveOneBehindTheOther() {
        // When
        String first = cases.publish(Cases.file(1500));
        String second = cases.publish(Cases.file(1001));

        // Then
        List<Event> events = Topic.eventsUntil(Topics.RELEASES, cases.dataset(), endOf(second));
        assertEquals(
                Store.outbox(cases.dataset()).stream()
                        .filter(event -> event.type().equals(ObservationBatch.TYPE)
                                || event.type().equals(ReleasePublished.TYPE))
                        .map(Event::id)
                        .toList(),
                events.stream().map(Event::id).toList());
        // of four years, and of three
        assertEquals(first, events.get(4).id().toString());
        assertEquals(9, events.size());
    }

    @Test
    void fileThatWaitsOrWasRejectedDoesNotLeave() {
        // Given
        cases.take(Cases.FILE);
        String rejected = cases.take(Cases.FILE);
        Cases.decide(Caller.approver(), rejected, "REJECT").statusCode(200);

        // When
        String published = cases.publish(Cases.FILE);

        // Then
        List<Event> events = Topic.eventsUntil(Topics.RELEASES, cases.dataset(), endOf(published));
        assertEquals(2, events.size());
    }

    @Test
    void releaseWaitsWhileTheBrokerIsDown() throws Exception {
        // Given
        String id = cases.take(Cases.FILE);
        KafkaServer broker = TestServers.kafka();
        broker.kill();
        try {
            // When
            Cases.decide(Caller.approver(), id, "APPROVE").statusCode(200).body("state", equalTo("PUBLISHING"));

            // Then
            Cases.get(id).body("state", equalTo("PUBLISHING")).body("publication.sent", equalTo(0));
        } finally {
            broker.start();
        }
        await().atMost(RESTART).untilAsserted(() -> Cases.get(id).body("state", equalTo("PUBLISHED")));
    }

    /** The event of a release bears its id. */
    private static Predicate<Event> endOf(String release) {
        return event -> event.id().toString().equals(release);
    }

    private static List<String> expected(String file) {
        return file.lines().skip(1).map(line -> line.replace(',', '|') + "|P").toList();
    }
}
