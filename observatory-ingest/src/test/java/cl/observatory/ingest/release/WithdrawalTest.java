package cl.observatory.ingest.release;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.events.Event;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseWithdrawn;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.RelayLock;
import cl.observatory.ingest.Rows;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A release is taken back, for an error or for a disclosure. */
@QuarkusTest
@WithTestResource(Servers.class)
class WithdrawalTest {

    private static final String MONTH = Cases.HEADER + "13101,2024-05,40101,9\n";

    private Cases cases;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
    }

    @Test
    void errorIsToldAndTheImportSaysSo() {
        // Given
        String id = cases.publish(Cases.FILE);

        // When
        ValidatableResponse answer = Cases.withdraw(id, "ERROR");

        // Then
        answer.statusCode(200)
                .body("release", equalTo(id))
                .body("dataset", equalTo(cases.dataset()))
                .body("sequence", equalTo(1))
                .body("reason", equalTo("ERROR"))
                .body("withdrawnBy", equalTo("approver"))
                .body("alsoWithdrawn", empty());
        Cases.get(id).body("state", equalTo("WITHDRAWN"));
        ReleaseWithdrawn told = withdrawals().getLast();
        assertEquals(UUID.fromString(id), told.releaseId());
        assertEquals("February was there twice.", told.note());
        assertEquals(1, told.sequence());
        assertEquals(Rows.kept(id).size(), 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "DISCLOSURE"})
    void sameWithdrawalTwiceIsOne(String reason) {
        // Given
        String id = cases.publish(Cases.FILE);
        cases.publish(Cases.file(3));
        Map<String, Object> first =
                Cases.withdraw(id, reason).statusCode(200).extract().path("");
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse again = Cases.withdraw(id, reason);

        // Then
        again.statusCode(200)
                .body("alsoWithdrawn", equalTo(first.get("alsoWithdrawn")))
                .body("sequence", equalTo(1))
                .body("reason", equalTo(reason));
        assertEquals(before, Store.contents());
    }

    @Test
    void afterAnErrorFilesAreComparedWithTheReleaseBefore() {
        // Given
        String first = cases.publish(Cases.FILE);
        String second = cases.publish(Cases.file(3));

        // When
        Cases.withdraw(second, "ERROR").statusCode(200);

        // Then
        String third = cases.publishMerge(Cases.FILE);
        Cases.get(third)
                .body("basedOn", equalTo(first))
                .body("counts.unchanged", equalTo(3))
                .body("publication.sequence", equalTo(3));
    }

    @Test
    void pendingImportThatWasComparedWithItCannotBeApproved() {
        // Given
        String id = cases.publish(Cases.FILE);
        String pending = cases.takeMerge(MONTH);
        Cases.withdraw(id, "ERROR").statusCode(200);

        // When
        ValidatableResponse answer = Cases.decide(Caller.approver(), pending, "APPROVE");

        // Then
        answer.statusCode(409).body("code", equalTo("IMPORT_STALE"));
    }

    @Test
    void releaseUnderAMergeIsWithdrawnAfterIt() {
        // Given
        String base = cases.publish(Cases.FILE);
        String merge = cases.publishMerge(MONTH);

        // When
        ValidatableResponse tooEarly = Cases.withdraw(base, "ERROR");

        // Then
        tooEarly.statusCode(409).body("code", equalTo("RELEASE_BUILT_UPON"));
        await().untilAsserted(() -> Cases.get(base).body("state", equalTo("PUBLISHED")));
        Cases.withdraw(merge, "ERROR").statusCode(200);
        Cases.withdraw(base, "ERROR").statusCode(200);
        cases.sendMerge(MONTH).body("update", equalTo("full"));
    }

    @Test
    void releaseUnderAFullOneCanBeFoundWrongLater() {
        // Given
        String first = cases.publish(Cases.FILE);
        String second = cases.publish(Cases.file(3));

        // When
        Cases.withdraw(first, "ERROR").statusCode(200);

        // Then
        cases.sendMerge(MONTH).body("basedOn", equalTo(second));
    }

    @Test
    void disclosureRemovesTheReleaseAndAllLaterOnes() {
        // Given
        String first = cases.publish(Cases.FILE);
        String second = cases.publish(Cases.file(3));
        String third = cases.publishMerge(MONTH);

        // When
        ValidatableResponse answer = Cases.withdraw(second, "DISCLOSURE");

        // Then
        answer.statusCode(200).body("alsoWithdrawn", contains(third));
        for (String removed : List.of(second, third)) {
            UUID id = UUID.fromString(removed);
            assertEquals(0, Store.number("select count(*) from release_batch where release_id = ?", id));
            assertEquals(0, Store.number("select count(*) from import_source where import_id = ?", id));
            assertEquals(0, Store.number("select count(*) from outbox where id = ?", id));
            Cases.get(removed).body("state", equalTo("WITHDRAWN"));
            Cases.diff(removed).statusCode(404).body("code", equalTo("DIFF_NOT_KEPT"));
            source(removed).statusCode(410).body("code", equalTo("RELEASE_REMOVED"));
        }
        assertEquals(
                List.of(3, 2),
                withdrawals().stream().map(ReleaseWithdrawn::sequence).toList());
        withdrawals().forEach(told -> assertNull(told.note()));
        cases.sendMerge(MONTH).body("basedOn", equalTo(first));
    }

    @Test
    void whatIsDisclosedIsNotSentAnyMore() throws Exception {
        // Given
        String id = cases.take(Cases.FILE);
        try (var _ = RelayLock.take()) {
            Cases.approve(id);

            // When
            Cases.withdraw(id, "DISCLOSURE").statusCode(200);
        }

        // Then
        List<String> types =
                Store.outbox(cases.dataset()).stream().map(Event::type).toList();
        assertEquals(ReleaseWithdrawn.TYPE, types.getLast());
        assertEquals(0, types.stream().filter(ReleasePublished.TYPE::equals).count());
        await().untilAsserted(() -> assertEquals(
                0, Store.number("select count(*) from outbox where subject = ? and sent_at is null", cases.dataset())));
    }

    @Test
    void errorCanTurnOutToBeADisclosureButNotTheOtherWayRound() {
        // Given
        String id = cases.publish(Cases.FILE);
        Cases.withdraw(id, "ERROR").statusCode(200);

        // When
        ValidatableResponse worse = Cases.withdraw(id, "DISCLOSURE");
        ValidatableResponse better = Cases.withdraw(id, "ERROR");

        // Then
        worse.statusCode(200).body("reason", equalTo("DISCLOSURE"));
        better.statusCode(410).body("code", equalTo("RELEASE_REMOVED"));
        assertEquals(0, Rows.kept(id).size());
    }

    @Test
    void whoMayOnlySendCannotWithdraw() {
        // Given
        String id = cases.publish(Cases.FILE);

        // When
        ValidatableResponse answer = Caller.steward()
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"ERROR\", \"note\": \"x\"}")
                .post("/v1/releases/{id}/withdrawal", id)
                .then();

        // Then
        answer.statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"reason\": \"ERROR\"}", "{\"reason\": \"ERROR\", \"note\": \" \"}", "{\"note\": \"x\"}"
            })
    void withdrawalSaysWhy(String body) {
        // Given
        String id = cases.publish(Cases.FILE);

        // When
        ValidatableResponse answer = Caller.approver()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/releases/{id}/withdrawal", id)
                .then();

        // Then
        answer.statusCode(400).contentType("application/problem+json");
        assertEquals(0, withdrawals().size());
    }

    @Test
    void onlyReleasesCanBeWithdrawn() {
        // Given
        String pending = cases.take(Cases.FILE);

        // When
        ValidatableResponse answer = Cases.withdraw(pending, "ERROR");

        // Then
        answer.statusCode(404).body("code", equalTo("UNKNOWN_RELEASE"));
    }

    @Test
    void sourceIsGivenBackByteForByte() {
        // Given
        byte[] file = Packed.gzip(Cases.file(5000));
        String id = cases.send(cases.upload().contentType("application/gzip"), file)
                .statusCode(202)
                .extract()
                .path("id");

        // When
        ValidatableResponse answer = source(id);

        // Then
        assertArrayEquals(
                file,
                answer.statusCode(200)
                        .contentType("application/octet-stream")
                        .extract()
                        .asByteArray());
    }

    private static ValidatableResponse source(String id) {
        return Caller.approver()
                .header("Accept-Language", "en")
                .get("/v1/imports/{id}/source", id)
                .then();
    }

    private List<ReleaseWithdrawn> withdrawals() {
        return Store.outbox(cases.dataset()).stream()
                .filter(event -> event.type().equals(ReleaseWithdrawn.TYPE))
                .map(event -> event.data(ReleaseWithdrawn.class))
                .toList();
    }
}
