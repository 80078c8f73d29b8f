package cl.observatory.ingest.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.RelayLock;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox does not grow for ever, and nobody misses what is gone. */
@QuarkusTest
@WithTestResource(Servers.class)
class SentEventsTest {

    @Inject
    SentEvents sentEvents;

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void whatWasSentLongAgoIsCleared() throws Exception {
        // Given
        String id = cases.publish(Cases.FILE);
        await().untilAsserted(() -> Cases.get(id).body("state", equalTo("PUBLISHED")));
        sentAgo(Duration.ofDays(7).plusMinutes(1));

        // When
        clearAll();

        // Then
        assertEquals(0, Store.outbox(cases.dataset()).size());
        Cases.get(id)
                .body("state", equalTo("PUBLISHED"))
                .body("publication.events", equalTo(2))
                .body("publication.sent", equalTo(2));
    }

    @Test
    void whatWasSentLatelyIsKept() throws Exception {
        // Given
        String id = cases.publish(Cases.FILE);
        await().untilAsserted(() -> Cases.get(id).body("state", equalTo("PUBLISHED")));
        sentAgo(Duration.ofDays(7).minusMinutes(1));

        // When
        clearAll();

        // Then
        assertEquals(3, Store.outbox(cases.dataset()).size());
    }

    @Test
    void whatWaitsIsKeptHoweverOld() throws Exception {
        try (var _ = RelayLock.take()) {
            // Given
            String id = cases.publish(Cases.FILE);
            Store.update(
                    "update outbox set occurred_at = now() - interval '1 year' where subject = ?", cases.dataset());

            // When
            clearAll();

            // Then
            Cases.get(id).body("state", equalTo("PUBLISHING")).body("publication.sent", equalTo(0));
        }
    }

    @Test
    void nextReleaseIsNumberedOnWhenTheFirstOnesEventsAreGone() throws Exception {
        // Given
        String first = cases.publish(Cases.FILE);
        await().untilAsserted(() -> Cases.get(first).body("state", equalTo("PUBLISHED")));
        sentAgo(Duration.ofDays(30));
        clearAll();

        // When
        String second = cases.take(Cases.file(3));

        // Then
        Cases.decide(Caller.approver(), second, "APPROVE").body("publication.sequence", equalTo(2));
        Cases.decide(Caller.approver(), first, "APPROVE").statusCode(409);
    }

    private void sentAgo(Duration age) {
        Store.update(
                "update outbox set sent_at = now() - make_interval(secs => ?) where subject = ? and sent_at is not null",
                (double) age.toSeconds(),
                cases.dataset());
    }

    private void clearAll() throws Exception {
        while (sentEvents.clear() > 0) {
            // a step went, there may be more
        }
    }
}
