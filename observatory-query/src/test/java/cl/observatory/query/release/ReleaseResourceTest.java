package cl.observatory.query.release;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.query.Caller;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
                .body("items.status", contains("DEFINITIVE", "SUPERSEDED"))
                .body("items[1].publishedAs", equalTo("DEFINITIVE"))
                .body("items[1].publisher", equalTo("Nobody"))
                .body("items[1].licence", equalTo("CC0-1.0"))
                .body("items[1].update", equalTo("FULL"))
                .body("items[1].rows", equalTo(2))
                .body("items[1].publishedAt", equalTo("2025-03-01T10:00:00Z"))
                .body("items[1].retrievedAt", equalTo("2025-03-01T10:00:00Z"))
                .body("items[1].checksum", equalTo(first.release().checksum()))
                .body("items[1].sourceSha256", equalTo("0".repeat(64)))
                .body("items[1].profile", equalTo("test"))
                .body("items[1].profileVersion", equalTo(1))
                .body("items[1].firstPeriod", equalTo("2023-11"))
                .body("items[1].lastPeriod", equalTo("2024-01"));
    }

    @Test
    void releaseIsFoundByItsId() {
        // Given
        Sent only = delivery.prepare(1, List.of(Row.of("13101", "2024-01", "40101", 3)));
        delivery.publish(only);

        // When
        ValidatableResponse answer =
                Caller.reader().get("/v1/releases/{id}", only.id().toString()).then();

        // Then
        answer.statusCode(200)
                .body("id", equalTo(only.id().toString()))
                .body("dataset", equalTo(delivery.dataset()))
                .body("status", equalTo("DEFINITIVE"))
                .body("checksum", equalTo(only.release().checksum()));
    }

    @Test
    void unknownReleaseIsNotFound() {
        Caller.reader()
                .get("/v1/releases/{id}", UUID.randomUUID().toString())
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RELEASE"));
    }
}
