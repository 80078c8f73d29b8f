package cl.observatory.query.release;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.release.ReleaseVisible;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever arrives, and however often, readers get whole releases in their order. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReleaseConsumerTest {

    private static final List<Row> ROWS = List.of(
            Row.of("13101", "2024-01", "40101", 1),
            Row.of("13127", "2024-01", "40101", 20),
            Row.of("13203", "2024-02", "40101", 300),
            Row.of("01101", "2024-02", "40101", 4_000),
            Row.of("01107", "2024-03", "40101", 50_000));
    private static final List<Row> LATER_ROWS = List.of(
            Row.of("13101", "2024-01", "40101", 2),
            Row.of("13127", "2024-01", "40101", 20),
            Row.of("13203", "2024-02", "40101", 300),
            Row.of("01101", "2024-02", "40101", 4_000),
            Row.of("01107", "2024-03", "40101", 70_000));

    private final Delivery delivery = new Delivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void eventsThatComeTwiceHaveOneEffect() {
        // Given
        Sent first = delivery.prepare(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS);

        // When
        delivery.send(twice(first.all()));
        delivery.send(first.all());
        delivery.send(twice(second.all()));
        delivery.send(first.all());

        // Then
        Event lastSent = delivery.awaitEverythingApplied();
        assertEquals(List.of(2, 1), delivery.sequences());
        assertEquals(74_322, delivery.cases());
        assertEquals(List.of(lastSent.id()), delivery.refused());
    }

    @Test
    void batchesOfOneReleaseComeInAnyOrder() {
        // Given
        Sent first = delivery.prepare(1, ROWS);

        // When
        delivery.send(first.batch(2), first.batch(0), first.batch(1), first.end());

        // Then
        Caller.awaitRelease(delivery.dataset(), 1);
        assertEquals(54_321, delivery.cases());
    }

    @Test
    void batchesOfTwoReleasesThatRunIntoEachOtherAreNotMixed() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS);
        Sent third = delivery.prepare(3, LATER_ROWS.subList(0, 4));

        // When
        delivery.send(second.batch(0), third.batch(0), second.batch(1), third.batch(1), second.batch(2));
        delivery.send(second.end(), third.end());

        // Then
        delivery.assertReported(second);
        Caller.awaitRelease(delivery.dataset(), 3);
        assertEquals(List.of(3, 1), delivery.sequences());
        assertEquals(4_322, delivery.cases());
    }

    @Test
    void releasesOfTwoDataSetsDoNotDisturbEachOther() {
        // Given
        Sent here = delivery.prepare(1, ROWS);
        try (Delivery other = new Delivery()) {
            Sent there = other.prepare(1, LATER_ROWS);

            // When
            for (int batch = 0; batch < 3; batch++) {
                delivery.send(here.batch(batch));
                other.send(there.batch(batch));
            }
            other.publish(there);
            delivery.publish(here);

            // Then
            assertEquals(54_321, delivery.cases());
            assertEquals(74_322, other.cases());
        }
    }

    @Test
    void recordThatIsNoEventGoesToTheDeadLettersAndTheNextIsApplied() {
        // Given
        byte[] noise = "noise".getBytes(StandardCharsets.UTF_8);

        // When
        delivery.sendNoise(noise);
        delivery.publish(1, ROWS);

        // Then
        ConsumerRecord<String, byte[]> dead = delivery.deadLetters().awaitKey(delivery.dataset());
        assertArrayEquals(noise, dead.value());
        assertEquals(54_321, delivery.cases());
    }

    @Test
    void eventOfAnUnknownTypeIsPassedOver() {
        // Given
        Event newer = Event.of(
                UUID.randomUUID(),
                "/test",
                "cl.observatory.release.blessed.v1",
                delivery.dataset(),
                Instant.now(),
                List.of());

        // When
        delivery.send(newer);
        delivery.publish(1, ROWS);

        // Then
        assertEquals(54_321, delivery.cases());
        assertEquals(List.of(), delivery.deadLetters().ofEvent(newer.id()));
    }

    @Test
    void releaseWaitsForTheTerritoriesThatItSpeaksOf() {
        // Given
        String version = Publisher.unique("table");
        delivery.send(delivery.prepare(1, ROWS).withTerritories(version).all());
        Caller.reader().get("/v1/datasets/{id}", delivery.dataset()).then().statusCode(404);

        // When
        delivery.sendTerritories(version);

        // Then
        Caller.awaitRelease(delivery.dataset(), 1);
        assertEquals(54_321, delivery.cases());
    }

    @Test
    void visibleReleaseIsToldToThePublicOnce() {
        // Given
        Sent first = delivery.prepare(1, ROWS);

        // When
        delivery.send(twice(first.all()));
        delivery.publish(2, LATER_ROWS);

        // Then
        try (TopicReader told = new TopicReader(Topics.PUBLIC)) {
            await().until(() -> told.ofKey(delivery.dataset()).size() >= 2);
            List<Event> events = told.ofKey(delivery.dataset()).stream()
                    .map(record -> Event.read(record.headers(), record.value()))
                    .toList();
            assertEquals(2, events.size());
            assertEquals(ReleaseVisible.TYPE, events.getFirst().type());
            assertEquals(idOfVisible(first), events.getFirst().id());
            assertEquals(
                    new ReleaseVisible(
                            first.id(),
                            delivery.dataset(),
                            1,
                            "DEFINITIVE",
                            first.release().publishedAt(),
                            5,
                            first.release().checksum()),
                    events.getFirst().data(ReleaseVisible.class));
        }
    }

    /** Made from what it speaks of, so that a rebuilt read schema tells nothing twice. */
    private static UUID idOfVisible(Sent sent) {
        return UUID.nameUUIDFromBytes((ReleaseVisible.TYPE + " " + sent.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static List<Event> twice(List<Event> events) {
        return events.stream().flatMap(event -> Stream.of(event, event)).toList();
    }
}
