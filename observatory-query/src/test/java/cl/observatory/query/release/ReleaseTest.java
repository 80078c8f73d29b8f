package cl.observatory.query.release;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.query.Caller;
import cl.observatory.query.Publisher;
import cl.observatory.query.Publisher.Row;
import cl.observatory.query.Servers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Servers.class)
class ReleaseTest {

    private static Publisher publisher;

    private final DatasetDefined dataset =
            Publisher.cases("cases-" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void publishTerritories() {
        publisher = new Publisher();
        publisher.territories();
    }

    @AfterAll
    static void close() {
        publisher.close();
    }

    @Test
    void releaseIsAddedUpOverTerritoryAndTime() {
        // When
        publisher.release(
                dataset,
                1,
                List.of(
                        Row.of("13101", "2024-01", "40101", 3),
                        Row.of("13127", "2024-01", "40101", 4),
                        Row.of("13203", "2024-02", "40101", 5),
                        Row.of("01101", "2024-02", "40101", 7)));

        // Then
        awaitRelease(1);
        assertEquals(7, value("131", "2024-01"));
        assertEquals(7, value("13", "2024-01"));
        assertEquals(5, value("13", "2024-02"));
        assertEquals(12, value("13", "2024"));
        assertEquals(12, value("CL", "2024-02"));
        assertEquals(19, value("CL", "2024"));
        assertEquals(3, value("13101", "2024"));
    }

    @Test
    void laterReleaseChangesAddsAndRemovesCells() {
        // Given
        publisher.release(
                dataset,
                1,
                List.of(
                        Row.of("13101", "2024-01", "40101", 3),
                        Row.of("13127", "2024-01", "40101", 4),
                        Row.of("13203", "2024-02", "40101", 5),
                        Row.of("01101", "2023-02", "40101", 7)));
        awaitRelease(1);

        // When
        publisher.release(
                dataset,
                2,
                List.of(
                        Row.of("13101", "2024-01", "40101", 30),
                        Row.of("13127", "2024-01", "40101", 4),
                        Row.of("13203", "2024-03", "40101", 6)));

        // Then
        awaitRelease(2);
        assertEquals(34, value("13", "2024-01"));
        assertEquals(40, value("13", "2024"));
        assertEquals(6, value("CL", "2024-03"));
        observations("13203", "2024-02").body("items", hasSize(0));
        observations("CL", "2023").body("items", hasSize(0));
        observations("01101", "2023-02").body("items", hasSize(0));
    }

    private void awaitRelease(int sequence) {
        await().untilAsserted(() -> Caller.reader()
                .get("/v1/datasets/{id}/releases", dataset.id())
                .then()
                .statusCode(200)
                .body("items[0].sequence", equalTo(sequence)));
    }

    private int value(String territory, String period) {
        return observations(territory, period).extract().path("items[0].value");
    }

    private ValidatableResponse observations(String territory, String period) {
        return Caller.reader()
                .queryParam("territory", territory)
                .queryParam("period", period)
                .get("/v1/datasets/{id}/observations", dataset.id())
                .then()
                .statusCode(200);
    }
}
