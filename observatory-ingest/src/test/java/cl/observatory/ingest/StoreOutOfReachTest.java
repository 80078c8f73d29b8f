package cl.observatory.ingest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A database that is down is told as such, and nothing of the inside shows. */
@QuarkusTest
@WithTestResource(Servers.class)
class StoreOutOfReachTest {

    private static final Duration RESTART = Duration.ofSeconds(60);

    @Test
    void callerIsAskedToComeAgain() throws Exception {
        // Given
        Cases cases = Cases.define();
        String id = cases.take(Cases.FILE);
        PostgresServer postgres = TestServers.postgres();
        postgres.kill();
        try {
            // When
            ValidatableResponse reading = Cases.get(id);
            ValidatableResponse sending = cases.send(Cases.FILE);

            // Then
            reading.statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", "5")
                    .body("code", equalTo("UNAVAILABLE"))
                    .body("detail", equalTo("A part of the system does not answer. Trying again later makes sense."));
            sending.statusCode(503).body("code", equalTo("UNAVAILABLE"));
        } finally {
            postgres.start();
        }
        await().atMost(RESTART).untilAsserted(() -> Cases.get(id).statusCode(200));
    }
}
