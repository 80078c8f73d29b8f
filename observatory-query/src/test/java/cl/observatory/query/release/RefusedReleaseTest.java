package cl.observatory.query.release;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.Event;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import cl.observatory.query.TopicReader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What does not agree, or comes out of turn, is refused and reported, and readers stay with what they had. */
@QuarkusTest
@WithTestResource(Servers.class)
class RefusedReleaseTest {

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
    void releaseThatComesBeforeItsBatchesIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS);

        // When
        delivery.send(second.end());
        delivery.send(second.batches());

        // Then
        delivery.assertReported(second);
        delivery.awaitEverythingApplied();
        assertFirstIsServed();
    }

    @Test
    void releaseThatLacksABatchIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS);

        // When
        delivery.send(second.batch(0), second.batch(2), second.end());

        // Then
        delivery.assertReported(second);
        assertFirstIsServed();
    }

    @Test
    void releaseWithAnotherNumberOfRowsIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS).withRows(6);

        // When
        delivery.send(second.all());

        // Then
        delivery.assertReported(second);
        assertFirstIsServed();
    }

    @Test
    void releaseWithAnotherChecksumIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent whole = delivery.prepare(2, LATER_ROWS);
        String checksum = whole.release().checksum();
        Sent second = whole.withChecksum((checksum.charAt(0) == '0' ? '1' : '0') + checksum.substring(1));

        // When
        delivery.send(second.all());

        // Then
        delivery.assertReported(second);
        assertFirstIsServed();
    }

    @Test
    void firstReleaseThatIsRefusedIsNeverSeen() {
        // Given
        Sent first = delivery.prepare(1, ROWS).withRows(6);

        // When
        delivery.send(first.all());

        // Then
        delivery.assertReported(first);
        Caller.reader()
                .get("/v1/datasets/{id}/releases", delivery.dataset())
                .then()
                .statusCode(404);
    }

    @Test
    void refusedReleaseIsReplacedByTheNext() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS).withRows(6);
        delivery.send(second.all());
        delivery.assertReported(second);

        // When
        delivery.publish(3, LATER_ROWS);

        // Then
        assertEquals(List.of(3, 1), delivery.sequences());
        assertEquals(74_322, delivery.cases());
    }

    @Test
    void refusalIsToldAgainWhenTheEventComesAgain() {
        // Given
        Sent first = delivery.prepare(1, ROWS);
        delivery.send(first.end());
        delivery.assertReported(first);

        // When
        delivery.send(first.end());

        // Then
        await().until(() -> delivery.deadLetters().ofEvent(first.id()).size() == 2);
    }

    @Test
    void unfinishedReleaseGivesWayToTheNext() {
        // Given
        delivery.publish(1, ROWS);
        Sent unfinished = delivery.prepare(
                2,
                List.of(
                        Row.of("13101", "2024-01", "40101", 999),
                        Row.of("08101", "2024-04", "40101", 999),
                        Row.of("08101", "2024-05", "40101", 999)));

        // When
        delivery.send(unfinished.batch(0));
        delivery.publish(3, LATER_ROWS);

        // Then
        assertEquals(List.of(3, 1), delivery.sequences());
        assertEquals(74_322, delivery.cases());
        assertNull(delivery.cases("08101", "2024-04"));
    }

    @Test
    void whatComesLateOfAReleaseThatGaveWayIsRefused() {
        // Given
        Sent unfinished = delivery.prepare(1, ROWS);
        delivery.send(unfinished.batch(0));
        delivery.publish(2, LATER_ROWS);

        // When
        delivery.send(unfinished.batch(1), unfinished.batch(2), unfinished.end());

        // Then
        delivery.assertReported(unfinished);
        assertEquals(List.of(2), delivery.sequences());
        assertEquals(74_322, delivery.cases());
    }

    @Test
    void unfinishedReleaseIsNotSeen() {
        // Given
        delivery.publish(1, ROWS);

        // When
        delivery.send(delivery.prepare(2, LATER_ROWS).batches());

        // Then
        delivery.awaitEverythingApplied();
        assertFirstIsServed();
    }

    @Test
    void readersAreNotLedBackToAnEarlierRelease() {
        // Given
        delivery.publish(1, ROWS);
        delivery.publish(3, LATER_ROWS);
        Sent late = delivery.prepare(2, ROWS);

        // When
        delivery.send(late.all());

        // Then
        delivery.assertReported(late);
        assertEquals(List.of(3, 1), delivery.sequences());
        assertEquals(74_322, delivery.cases());
    }

    @Test
    void batchThatCannotBeReadGoesToTheDeadLettersAndItsReleaseIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(2, LATER_ROWS);
        Event cut = cutInHalf(second.batch(1));

        // When
        delivery.send(second.batch(0), cut, second.batch(2), second.end());

        // Then
        ConsumerRecord<String, byte[]> dead = delivery.deadLetters().awaitEvent(cut.id());
        assertArrayEquals(cut.data(), dead.value());
        assertTrue(TopicReader.header(dead, "dead-letter-reason").contains("batch"));
        delivery.assertReported(second);
        assertFirstIsServed();
    }

    @Test
    void batchOfTwoFrequenciesIsRefused() {
        // Given
        Sent mixed = delivery.prepare(
                1, List.of(Row.of("13101", "2024-01", "40101", 1), Row.of("13127", "2024", "40101", 1)));

        // When
        delivery.send(mixed.all());

        // Then
        delivery.deadLetters().awaitEvent(mixed.batch(0).id());
        delivery.assertReported(mixed);
    }

    @Test
    void cellThatComesTwiceInAReleaseIsRefused() {
        // Given
        delivery.publish(1, ROWS);
        Sent second = delivery.prepare(
                2,
                List.of(
                        Row.of("13101", "2024-01", "40101", 5),
                        Row.of("13127", "2024-01", "40101", 5),
                        Row.of("13101", "2024-01", "40101", 6)));

        // When
        delivery.send(second.all());

        // Then
        delivery.assertReported(second);
        assertFirstIsServed();
    }

    private void assertFirstIsServed() {
        assertEquals(List.of(1), delivery.sequences());
        assertEquals(54_321, delivery.cases());
    }

    private static Event cutInHalf(Event event) {
        return new Event(
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.time(),
                event.encoding(),
                Arrays.copyOf(event.data(), event.data().length / 2));
    }
}
