package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Configuration;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An approved release waits for its instant, and nothing of it leaves the service before. */
@QuarkusTest
@WithTestResource(Servers.class)
class EmbargoTest {

    private static final String FAR_AWAY = "2999-01-01T12:00:00Z";

    private Cases cases;

    @Inject
    Embargoes embargoes;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void approvedReleaseWaitsForTheEndOfItsEmbargo() {
        // When
        String id = approved();

        // Then
        Cases.get(id)
                .body("state", equalTo("EMBARGOED"))
                .body("embargoUntil", equalTo(FAR_AWAY))
                .body("decision.decidedBy", equalTo("approver"))
                .body("publication", nullValue());
        assertEquals(
                List.of(DatasetDefined.TYPE),
                Store.outbox(cases.dataset()).stream()
                        .map(event -> event.type())
                        .toList());
    }

    @Test
    void releaseIsPublishedWhenItsEmbargoIsOver() {
        // Given
        String id = approved();

        // When
        endEmbargo(id);

        // Then
        await().untilAsserted(() ->
                Cases.get(id).body("state", equalTo("PUBLISHED")).body("publication.sequence", equalTo(1)));
    }

    @Test
    void embargoThatIsOverHoldsNothingBack() {
        // Given
        String id = take("2001-01-01T00:00:00Z", "full");

        // When
        Cases.approve(id);

        // Then
        Cases.get(id).body("publication.sequence", equalTo(1));
    }

    @Test
    void severalProcessesPublishItOnce() throws Exception {
        // Given
        String id = approved();
        endEmbargo(id);

        // When
        AtOnce.run(4, process -> embargoes.publishNext());

        // Then
        await().untilAsserted(() ->
                assertEquals(1, Store.number("select count(*) from release where dataset_id = ?", cases.dataset())));
    }

    @Test
    void nothingOvertakesAReleaseThatWaits() {
        // Given
        String waiting = approved();
        String other = cases.take(Cases.FILE);

        // When
        ValidatableResponse answer = Cases.decide(Caller.approver(), other, "APPROVE");

        // Then
        isProblem(answer, 409, "RELEASE_UNDER_EMBARGO");
        Cases.get(other).body("state", equalTo("AWAITING_APPROVAL"));
        Cases.get(waiting).body("state", equalTo("EMBARGOED"));
    }

    @Test
    void releaseWhoseBaseNoLongerHoldsIsNotPublished() {
        // Given
        String base = cases.publish(Cases.FILE);
        String id = Cases.approve(take(FAR_AWAY, "full"));
        Cases.withdraw(base, "ERROR").statusCode(200);

        // When
        endEmbargo(id);

        // Then
        await().untilAsserted(() -> Cases.get(id).body("state", equalTo("STALE")));
        String next = cases.publish(Cases.FILE);
        Cases.get(next).body("publication.sequence", equalTo(2));
    }

    @Test
    void lookingForEndedEmbargoesIsConfigured() {
        EmbargoConfig byDefault = Configuration.of(Map.of()).getConfigMapping(EmbargoConfig.class);
        EmbargoConfig set = Configuration.ofEnvironment(Map.of("INGEST_EMBARGO_CHECK_EVERY", "1m"))
                .getConfigMapping(EmbargoConfig.class);

        assertEquals(Duration.ofSeconds(5), byDefault.checkEvery());
        assertEquals(Duration.ofMinutes(1), set.checkEvery());
    }

    private String approved() {
        return Cases.approve(take(FAR_AWAY, "full"));
    }

    private String take(String embargoUntil, String update) {
        return cases.send(
                        cases.upload().queryParam("embargoUntil", embargoUntil).queryParam("update", update),
                        Cases.FILE.getBytes(StandardCharsets.UTF_8))
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void endEmbargo(String id) {
        Store.update("update import set embargo_until = '2001-01-01Z' where id = ?", UUID.fromString(id));
    }
}
