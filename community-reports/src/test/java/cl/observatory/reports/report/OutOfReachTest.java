package cl.observatory.reports.report;

import static cl.observatory.reports.Problems.isProblem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.local.TestServers;
import cl.observatory.local.postgres.PostgresServer;
import cl.observatory.reports.Caller;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.proof.Work;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Without its database nothing is taken, and what was refused can be sent again as it was. */
@QuarkusTest
@WithTestResource(Servers.class)
class OutOfReachTest {

    private static final Duration RESTART = Duration.ofSeconds(60);

    @Test
    void reporterIsAskedToComeAgainAndThenHeard() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        Map<String, Object> report = Reporter.report();
        String key = Reporter.key();
        String proof = Work.proof("POST /v1/reports");
        PostgresServer postgres = TestServers.postgres();
        postgres.kill();
        try {
            // When
            ValidatableResponse submission = Reporter.post(
                    Caller.anybody().header("Idempotency-Key", key).header("Proof-Of-Work", proof),
                    Reporter.REPORTS,
                    report);
            ValidatableResponse status = Reporter.status(receipt);

            // Then
            isProblem(submission, 503, "UNAVAILABLE").header("Retry-After", "5").header("Content-Length", "16384");
            isProblem(status, 503, "UNAVAILABLE");
        } finally {
            postgres.start();
        }
        await().atMost(RESTART).untilAsserted(() -> Reporter.status(receipt).statusCode(200));
        long before = Store.number("select count(*) from report");
        String first =
                Reporter.submit(report, key, proof).statusCode(201).extract().path("receipt");
        Reporter.submit(report, key, proof).statusCode(201).body("receipt", equalTo(first));
        assertEquals(before + 1, Store.number("select count(*) from report"));
    }
}
