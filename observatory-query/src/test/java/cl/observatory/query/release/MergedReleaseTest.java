package cl.observatory.query.release;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A merge is laid over the release before: what it does not speak of stays. */
@QuarkusTest
@WithTestResource(Servers.class)
class MergedReleaseTest {

    private static final Instant FIRST = Instant.parse("2025-03-01T10:00:00Z");
    private static final Instant SECOND = Instant.parse("2025-04-01T10:00:00Z");

    private static final Row KEPT = Row.of("13101", "2023-01", "40101", 3);
    private static final Row MISSING = Row.missing("08101", "2023-02", "40101", "O");
    private static final Row OLD = Row.of("13127", "2024-01", "40101", 4);
    private static final Row REVISED = new Row("13127", "2024-01", "40101", 40L, "P");
    private static final Row FILLED = Row.of("08101", "2023-02", "40101", 8);
    private static final Row ADDED = Row.of("01101", "2024-02", "40101", 7);

    private static final List<Row> BASE = List.of(KEPT, MISSING, OLD);
    private static final List<Row> CHANGED = List.of(REVISED, FILLED, ADDED);
    private static final List<Row> WHOLE = List.of(KEPT, REVISED, FILLED, ADDED);

    private final Delivery delivery = new Delivery();
    private Sent base;
    private Sent merge;

    @BeforeEach
    void publishTheBase() {
        base = delivery.prepare(1, FIRST, BASE);
        delivery.publish(base);
        merge = Sent.merge(base.release(), SECOND, CHANGED, WHOLE);
    }

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void cellsOfTheMergeLieOverThoseOfItsBase() {
        // When
        delivery.publish(merge);

        // Then
        assertEquals(3, delivery.cases("13101", "2023-01"));
        assertEquals(40, delivery.cases("13127", "2024-01"));
        assertEquals(8, delivery.cases("08101", "2023-02"));
        assertEquals(47, delivery.cases("CL", "2024"));
        assertEquals(11, delivery.cases("CL", "2023"));
        assertEquals(4, delivery.cases("CL", "2024", FIRST));
        assertEquals(3, delivery.cases("CL", "2023", FIRST));
        Caller.reader()
                .get("/v1/releases/{id}", merge.id().toString())
                .then()
                .body("update", equalTo("MERGE"))
                .body("basedOn", equalTo(base.id().toString()))
                .body("rows", equalTo(4));
    }

    @Test
    void mergeThatChangesNothingIsAReleaseWithTheSameValues() {
        // Given
        Sent nothing = Sent.merge(base.release(), SECOND, List.of(), BASE);

        // When
        delivery.publish(nothing);

        // Then
        assertEquals(4, delivery.cases("CL", "2024"));
        assertEquals(3, delivery.cases("CL", "2023"));
        assertEquals(List.of(2, 1), delivery.sequences());
    }

    @Test
    void repeatedEventsOfAMergeChangeNothing() {
        // Given
        delivery.send(merge.batch(0), merge.batch(0));
        delivery.publish(merge);

        // When
        delivery.send(merge.all());

        // Then
        delivery.awaitEverythingApplied();
        assertEquals(List.of(2, 1), delivery.sequences());
        assertEquals(47, delivery.cases("CL", "2024"));
    }

    @Test
    void fullReleaseAfterAMergeTakesOutWhatItLacks() {
        // Given
        delivery.publish(merge);

        // When
        delivery.publish(3, List.of(KEPT, ADDED));

        // Then
        assertNull(delivery.cases("13127", "2024-01"));
        assertEquals(7, delivery.cases("CL", "2024"));
        assertEquals(47, delivery.cases("CL", "2024", SECOND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "total", "checksum", "no change"})
    void mergeThatDoesNotAgreeIsRefusedAndTheBaseStays(String fault) {
        // Given
        Sent wrong = switch (fault) {
            case "base" -> merge.withBase(UUID.randomUUID());
            case "total" -> merge.withTotal(5);
            case "checksum" -> merge.withChecksum("1".repeat(64));
            default -> Sent.merge(base.release(), SECOND, List.of(KEPT, REVISED, FILLED, ADDED), WHOLE);
        };

        // When
        delivery.send(wrong.all());

        // Then
        delivery.assertReported(wrong);
        assertEquals(List.of(1), delivery.sequences());
        assertEquals(4, delivery.cases("CL", "2024"));
        assertEquals(3, delivery.cases("CL", "2023"));
    }

    @Test
    void mergeOverARefusedOneIsRefusedToo() {
        // Given
        delivery.send(merge.withTotal(5).all());
        delivery.assertReported(merge);
        List<Row> whole = List.of(KEPT, REVISED, FILLED);
        Sent next = Sent.merge(merge.release(), SECOND, List.of(ADDED), whole);

        // When
        delivery.send(next.all());

        // Then
        delivery.assertReported(next);
        assertEquals(List.of(1), delivery.sequences());
    }

    @Test
    void mergeOverNothingIsRefused() {
        // Given
        try (Delivery empty = new Delivery()) {
            Sent first = empty.prepare(1, BASE);
            Sent second = Sent.merge(first.release(), SECOND, CHANGED, WHOLE);

            // When
            empty.send(second.all());

            // Then
            empty.assertReported(second);
            empty.publish(first);
            assertFalse(empty.sequences().contains(2));
        }
    }
}
