package cl.observatory.ingest;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.PostgresServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that is down is told as such, and nothing of the inside shows. */
@QuarkusTest
@WithTestResource(Servers.class)
class StoreOutOfReachTest {

    private static final Duration RESTART = Duration.ofSeconds(60);

    private static final String UPLOAD = """
            from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'
            """;

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

    @Test
    void storeThatFailsWhileAFileArrivesIsNotTheCallersFault() throws Exception {
        byte[] file = Cases.FILE.getBytes(StandardCharsets.UTF_8);
        Cases cases = Cases.define();
        Map<String, Long> before = Store.contents();
        try (RawClient client = new RawClient()) {
            // Given
            client.beginUpload(cases.dataset(), "Content-Length: " + (file.length + 1))
                    .send(file);
            await().until(() -> Store.number("select count(*) " + UPLOAD) == 1);
            Store.query("select pg_terminate_backend(pid) " + UPLOAD, row -> row.getBoolean(1));

            // When
            String answer = client.send(new byte[] {'\n'}).answer();

            // Then
            assertThat(answer, startsWith("HTTP/1.1 503 "));
            assertThat(answer, containsString("\"code\":\"UNAVAILABLE\""));
        }
        assertEquals(before, Store.contents());
    }
}
