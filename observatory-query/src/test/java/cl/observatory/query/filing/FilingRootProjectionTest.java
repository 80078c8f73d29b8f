package cl.observatory.query.filing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.filing.FilingRootPublished;
import cl.observatory.events.filing.FilingRootSigned;
import cl.observatory.query.Publisher;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roots of filing on their way to whoever listens. */
@QuarkusTest
@WithTestResource(Servers.class)
class FilingRootProjectionTest {

    /** Far from the number of the stored example, which another test sends. */
    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);

    private final int number = NUMBERS.incrementAndGet();
    private Publisher publisher;

    @BeforeEach
    void open() {
        publisher = new Publisher();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void rootIsPassedOnOnceAsItCame() {
        // When it comes, and comes again under its own id and under another one
        UUID id = send(UUID.randomUUID(), root(number, "ab"));
        send(id, root(number, "ab"));
        send(UUID.randomUUID(), root(number, "ab"));
        int next = NUMBERS.incrementAndGet();
        send(UUID.randomUUID(), root(next, "cd"));

        // Then
        try (TopicReader told = new TopicReader(Topics.PUBLIC)) {
            told.awaitEvent(FilingRootProjection.eventId(number));
            told.awaitEvent(FilingRootProjection.eventId(next));
            assertEquals(1, told.ofEvent(FilingRootProjection.eventId(number)).size());
            ConsumerRecord<String, byte[]> record =
                    told.ofEvent(FilingRootProjection.eventId(number)).getFirst();
            Event event = Event.read(record.headers(), record.value());
            assertEquals(FilingRootPublished.TYPE, event.type());
            assertEquals("filing-roots", event.subject());
            assertEquals(Instant.parse("2026-12-03T00:00:00Z"), event.time());
            assertEquals(
                    new FilingRootPublished(
                            number,
                            LocalDate.of(2026, 12, 2),
                            1024,
                            "ab".repeat(32),
                            "00".repeat(32),
                            "ab".repeat(32),
                            "ab".repeat(64)),
                    event.data(FilingRootPublished.class));
        }
    }

    @Test
    void anotherRootOfTheSameNumberIsRefused() {
        // Given
        UUID first = send(UUID.randomUUID(), root(number, "ab"));

        // When it comes under the id of the first one, and under another
        send(first, root(number, "cd"));
        UUID other = send(UUID.randomUUID(), root(number, "ef"));

        // Then
        try (TopicReader dead = new TopicReader(Topics.COMMUNITY + Topics.DEAD_LETTER);
                TopicReader told = new TopicReader(Topics.PUBLIC)) {
            dead.awaitEvent(first);
            dead.awaitEvent(other);
            told.awaitEvent(FilingRootProjection.eventId(number));
            assertEquals(1, told.ofEvent(FilingRootProjection.eventId(number)).size());
        }
    }

    private static FilingRootSigned root(int number, String bytes) {
        return new FilingRootSigned(
                number,
                LocalDate.of(2026, 12, 2),
                1024,
                bytes.repeat(32),
                "00".repeat(32),
                bytes.repeat(32),
                bytes.repeat(64));
    }

    private UUID send(UUID id, FilingRootSigned root) {
        publisher.send(
                Topics.COMMUNITY,
                Event.of(
                        id,
                        "/test",
                        FilingRootSigned.TYPE,
                        FilingRootSigned.SUBJECT,
                        Instant.parse("2026-12-03T00:00:00Z"),
                        root));
        return id;
    }
}
