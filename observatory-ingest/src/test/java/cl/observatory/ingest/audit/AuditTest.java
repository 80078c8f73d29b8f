package cl.observatory.ingest.audit;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.AtOnce;
import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.Definitions;
import cl.observatory.ingest.LogLines;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded, and who may read it. */
@QuarkusTest
@WithTestResource(Servers.class)
class AuditTest {

    @Test
    void approvalIsRecordedWithItsReason() {
        // Given
        Cases cases = Cases.define();
        String id = cases.take(Cases.FILE);

        // When
        Caller.bound("the-approver", Map.of("org", "ministry"), "data:approve")
                .contentType(ContentType.JSON)
                .body("{\"decision\": \"APPROVE\", \"note\": \"Checked against the source\"}")
                .post("/v1/imports/{id}/approval", id)
                .then()
                .statusCode(200);

        // Then
        about("imports/" + id)
                .body("items[-1].action", equalTo("IMPORT_APPROVED"))
                .body("items[-1].principal", equalTo("the-approver"))
                .body("items[-1].organization", equalTo("ministry"))
                .body("items[-1].dataset", equalTo(cases.dataset()))
                .body("items[-1].reason", equalTo("Checked against the source"))
                .body("items[-1].details.submittedBy", equalTo("steward"))
                .body(
                        "items[-1].details.checksum",
                        equalTo(Cases.get(id).extract().path("checksum")));
        isIntact();
    }

    @Test
    void rejectionIsRecorded() {
        // Given
        String id = Cases.define().take(Cases.FILE);

        // When
        Cases.decide(Caller.approver(), id, "REJECT").statusCode(200);

        // Then
        about("imports/" + id).body("items[-1].action", equalTo("IMPORT_REJECTED"));
    }

    @Test
    void everyStepFromDefinitionToReleaseIsRecorded() {
        // Given
        Cases cases = Cases.define();

        // When
        String id = cases.publish(Cases.FILE);

        // Then
        ofDataset(cases.dataset())
                .body(
                        "items.action",
                        contains("DATASET_DEFINED", "PROFILE_DEFINED", "IMPORT_SUBMITTED", "IMPORT_APPROVED"))
                .body(
                        "items.subject",
                        contains(
                                "datasets/" + cases.dataset(),
                                "datasets/" + cases.dataset() + "/profiles/" + Cases.PROFILE,
                                "imports/" + id,
                                "imports/" + id))
                .body("items[1].details.version", equalTo("1"))
                .body("items[2].details.sha256", equalTo(Cases.get(id).extract().path("source.sha256")));
    }

    @Test
    void fileThatIsSentAgainIsRecordedOnce() {
        // Given
        Cases cases = Cases.define();
        String id = cases.take(Cases.FILE);

        // When
        cases.send(Cases.FILE).statusCode(202).body("id", equalTo(id));

        // Then
        about("imports/" + id).body("items.action", contains("IMPORT_SUBMITTED"));
    }

    @Test
    void definitionsAreRecordedOnceHoweverOftenTheyAreSent() {
        // Given
        String id = Definitions.newId();

        // When
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(201);
        Cases.post("/v1/datasets", Definitions.cases(id)).statusCode(201);

        // Then
        about("datasets/" + id)
                .body("items.action", contains("DATASET_DEFINED"))
                .body("items[0].principal", equalTo("steward"))
                .body("items[0].organization", nullValue());
    }

    @Test
    void whatIsRefusedLeavesNoEntry() {
        // Given
        Cases cases = Cases.define();
        String id = cases.take(Cases.FILE);
        long before = Store.number("select count(*) from audit_entry");

        // When
        Cases.decide(Caller.as("steward", "data:approve"), id, "APPROVE").statusCode(403);
        Cases.post("/v1/datasets", Definitions.cases(cases.dataset()).replace("CASES", "VICTIMS"))
                .statusCode(409);

        // Then
        assertEquals(before, Store.number("select count(*) from audit_entry"));
    }

    @Test
    void thoseWhoWriteAtTheSameTimeMakeOneChain() throws Exception {
        // Given
        long before = Store.number("select sequence from audit_head");

        // When
        List<Integer> answers = AtOnce.run(
                8,
                caller -> Cases.post("/v1/datasets", Definitions.cases(Definitions.newId()))
                        .extract()
                        .statusCode());

        // Then
        assertEquals(List.of(201, 201, 201, 201, 201, 201, 201, 201), answers);
        assertEquals(before + 8, Store.number("select sequence from audit_head"));
        isIntact().body("entries", equalTo((int) before + 8));
    }

    @Test
    void pagesFollowOneAnother() {
        // Given
        String id = Cases.define().dataset();
        Cases.post("/v1/datasets/" + id + "/profiles", Definitions.profile("another"));
        List<Integer> all = ofDataset(id).extract().path("items.sequence");

        // When
        ValidatableResponse first = list(Map.of("dataset", id, "limit", "1"));
        ValidatableResponse rest =
                list(Map.of("dataset", id, "after", first.extract().<String>path("page.nextCursor"), "limit", "1000"));

        // Then
        first.body("items.sequence", equalTo(all.subList(0, 1)));
        rest.body("items.sequence", equalTo(all.subList(1, all.size()))).body("page.nextCursor", nullValue());
    }

    @Test
    void approverOfSomeDataSetsReadsOfNoOthers() {
        // Given
        String own = Cases.define().dataset();
        String other = Cases.define().dataset();

        // When
        ValidatableResponse all = Caller.bound("a", Map.of("datasets", List.of(own)), "data:approve")
                .get("/v1/audit")
                .then();
        ValidatableResponse asked = Caller.bound("a", Map.of("datasets", List.of(own)), "data:approve")
                .queryParam("dataset", other)
                .get("/v1/audit")
                .then();

        // Then
        all.statusCode(200).body("items.dataset", everyItem(is(own))).body("items[0].subject", is("datasets/" + own));
        asked.statusCode(200).body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"data:write", "data:read", "partners:admin"})
    void othersDoNotReadIt(String scope) {
        Caller.as("somebody", scope).get("/v1/audit").then().statusCode(403);
        Caller.as("somebody", scope).get("/v1/audit/verification").then().statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({"after,-1", "after,x", "limit,0", "limit,1001", "subject,%00"})
    void malformedQuestionIsRefused(String parameter, String value) {
        Caller.approver()
                .urlEncodingEnabled(false)
                .get("/v1/audit?" + parameter + "=" + value)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_REQUEST"))
                .body("errors", hasSize(1))
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void keptHeadIsFoundAgainAndAForeignOneIsNot() {
        // Given
        Cases.define();
        String head = isIntact().extract().path("head");
        Cases.define();
        String foreign = head.substring(0, head.indexOf(':') + 1) + "0".repeat(64);

        // When
        ValidatableResponse kept = verify(head);
        ValidatableResponse other = verify(foreign);
        ValidatableResponse later = verify("999999:" + "0".repeat(64));

        // Then
        kept.body("intact", is(true));
        other.body("intact", is(false))
                .body("broken.cause", equalTo("REWRITTEN"))
                .body("broken.sequence", equalTo(Integer.parseInt(head.substring(0, head.indexOf(':')))));
        later.body("intact", is(false)).body("broken.cause", equalTo("MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "17:00", ":", "-1:0000000000000000000000000000000000000000000000000000000000000000"})
    void malformedHeadIsRefused(String head) {
        Caller.approver()
                .queryParam("head", head)
                .get("/v1/audit/verification")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("head"));
    }

    /** The service itself, with a statement that slipped in or with a bug. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set reason = 'another'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "truncate audit_head",
                "update audit_head set sequence = sequence - 1",
                "update audit_head set hash = hash",
                "insert into audit_head (one, sequence, hash) values (false, 0, repeat('0', 64))"
            })
    void databaseRefusesEveryChangeOfWhatIsRecorded(String statement) {
        // Given
        Cases.define();

        // When
        var refused = assertThrows(IllegalStateException.class, () -> Store.update(statement));

        // Then
        String why = refused.getCause().getMessage();
        assertTrue(
                why.contains("the audit only grows")
                        || why.contains("permission denied")
                        || why.contains("check constraint"),
                why);
        isIntact();
    }

    @Test
    void endOfTheChainIsToldToTheLogOnceItIsCommitted() {
        // Given
        LogLines log = LogLines.listen();
        try {

            // When
            Cases.post("/v1/datasets", Definitions.cases(Definitions.newId())).statusCode(201);
        } finally {
            log.close();
        }

        // Then
        String head = isIntact().extract().path("head");
        assertEquals(List.of("audit head " + head), log.of("cl.observatory.ingest.audit.HeadLog"));
    }

    private static ValidatableResponse about(String subject) {
        return list(Map.of("subject", subject));
    }

    private static ValidatableResponse ofDataset(String dataset) {
        return list(Map.of("dataset", dataset));
    }

    private static ValidatableResponse list(Map<String, String> question) {
        return Caller.approver().queryParams(question).get("/v1/audit").then().statusCode(200);
    }

    private static ValidatableResponse verify(String head) {
        return Caller.approver()
                .queryParam("head", head)
                .get("/v1/audit/verification")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse isIntact() {
        return Caller.approver()
                .get("/v1/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", is(true));
    }
}
