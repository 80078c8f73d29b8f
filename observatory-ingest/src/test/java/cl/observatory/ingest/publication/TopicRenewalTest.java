package cl.observatory.ingest.publication;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import cl.observatory.ingest.Topic;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was removed for a disclosure is not in the topics any more, and everything else is, in its order. */
@QuarkusTest
@WithTestResource(Servers.class)
class TopicRenewalTest {

    @Test
    void removedReleaseLeavesTheTopicAndTheOthersStay() {
        // Given
        Cases others = Cases.define();
        String other = publish(others, Cases.FILE);
        Cases cases = Cases.define();
        String kept = publish(cases, Cases.FILE);
        String telling = publish(cases, Cases.file(3));
        List<Event> before = told(cases, telling);
        Set<UUID> doomed = before.stream()
                .map(Event::id)
                .filter(id -> !ids(told(cases, kept)).contains(id))
                .collect(Collectors.toSet());
        assertEquals(2, doomed.size());

        // When
        Cases.withdraw(telling, "DISCLOSURE").statusCode(200);

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Store.number(
                                "select count(*) from removed_event where gone_at is not null and event_id = ?",
                                UUID.fromString(telling))
                        == 1);
        List<Event> after = Topic.eventsUntil(
                Topics.RELEASES, cases.dataset(), event -> event.type().equals(ReleaseWithdrawn.TYPE));
        assertTrue(after.stream().map(Event::id).noneMatch(doomed::contains));
        assertEquals(
                List.of(ObservationBatch.TYPE, ReleasePublished.TYPE, ReleaseWithdrawn.TYPE),
                after.stream().map(Event::type).distinct().toList());
        assertEquals(before.getFirst().id(), after.getFirst().id());
        assertEquals(
                other,
                told(others, other)
                        .getLast()
                        .data(ReleasePublished.class)
                        .releaseId()
                        .toString());

        // what comes next is sent behind it
        String next = publish(cases, Cases.file(5));
        assertEquals(
                List.of(kept, next),
                told(cases, next).stream()
                        .filter(event -> event.type().equals(ReleasePublished.TYPE))
                        .map(event -> event.id().toString())
                        .distinct()
                        .toList());
    }

    private static String publish(Cases cases, String file) {
        String id = cases.publish(file);
        await().untilAsserted(() -> Cases.get(id).body("state", equalTo("PUBLISHED")));
        return id;
    }

    private static List<Event> told(Cases cases, String release) {
        return Topic.eventsUntil(
                Topics.RELEASES, cases.dataset(), event -> event.id().toString().equals(release));
    }

    private static Set<UUID> ids(List<Event> events) {
        return events.stream().map(Event::id).collect(Collectors.toSet());
    }
}
