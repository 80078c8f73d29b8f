package cl.observatory.query.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ReleaseResourceTest {

    private final Delivery delivery = new Delivery();

    @AfterEach
    void close() {
        delivery.close();
    }

    @Test
    void releasesAreListedNewestFirstWithWhatIdentifiesThem() {
        // Given
        Instant publishedAt = Instant.parse("2025-03-01T10:00:00Z");
        Sent first = delivery.prepare(
                1,
                publishedAt,
                List.of(Row.of("13101", "2024-01", "40101", 3), Row.of("13101", "2023-11", "40101", 4)));
        Sent second = delivery.prepare(2, List.of(Row.of("13101", "2024-02", "40101", 5)));

        // When
        delivery.publish(first);
        delivery.publish(second);

        // Then
        Caller.reader()
                .get("/v1/datasets/{id}/releases", delivery.dataset())
                .then()
                .statusCode(200)
                .body("items.sequence", contains(2, 1))
                .body("items.id", contains(second.id().toString(), first.id().toString()))
                .body("items[1].status", equalTo("DEFINITIVE"))
                .body("items[1].publishedAt", equalTo("2025-03-01T10:00:00Z"))
                .body("items[1].retrievedAt", equalTo("2025-03-01T10:00:00Z"))
                .body("items[1].checksum", equalTo(first.release().checksum()))
                .body("items[1].sourceSha256", equalTo("0".repeat(64)))
                .body("items[1].profile", equalTo("test"))
                .body("items[1].profileVersion", equalTo(1))
                .body("items[1].firstPeriod", equalTo("2023-11"))
                .body("items[1].lastPeriod", equalTo("2024-01"));
    }
}
