package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.reports.AtOnce;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moderators decide, step by step, and what they cannot. */
@QuarkusTest
@WithTestResource(Servers.class)
class TransitionTest {

    @ParameterizedTest
    @CsvSource({
        "SCREENED,IN_REVIEW,REPORT_TAKEN_UP",
        "IN_REVIEW,VALIDATED,REPORT_VALIDATED",
        "IN_REVIEW,NEEDS_INFO,INFORMATION_ASKED",
        "IN_REVIEW,MERGED,REPORT_MERGED",
        "IN_REVIEW,REJECTED,REPORT_REJECTED",
        "VALIDATED,CLOSED,REPORT_CLOSED"
    })
    void stepIsMade(String from, String to, String action) {
        // Given
        UUID id = Desk.fileAs(from).id();
        String moderator = Desk.somebody();
        String decision = Desk.decision(to);
        String version = Desk.version(id);

        // When
        ValidatableResponse answer = Desk.decide(moderator, id, version, decision);

        // Then
        answer.statusCode(200).body("id", equalTo(id.toString())).body("state", equalTo(to));
        assertEquals(to, Desk.state(id));
        Desk.audit(id)
                .body("items[-1].action", equalTo(action))
                .body("items[-1].principal", equalTo("https://staff.example " + moderator));
    }

    @ParameterizedTest
    @CsvSource({
        "SCREENED,VALIDATED",
        "SCREENED,NEEDS_INFO",
        "SCREENED,MERGED",
        "SCREENED,REJECTED",
        "SCREENED,REFERRED",
        "SCREENED,CLOSED",
        "IN_REVIEW,IN_REVIEW",
        "IN_REVIEW,REFERRED",
        "IN_REVIEW,CLOSED",
        "VALIDATED,IN_REVIEW",
        "VALIDATED,VALIDATED",
        "VALIDATED,NEEDS_INFO",
        "VALIDATED,MERGED",
        "VALIDATED,REJECTED",
        "NEEDS_INFO,IN_REVIEW",
        "NEEDS_INFO,VALIDATED",
        "NEEDS_INFO,NEEDS_INFO",
        "NEEDS_INFO,MERGED",
        "NEEDS_INFO,REJECTED",
        "NEEDS_INFO,REFERRED",
        "NEEDS_INFO,CLOSED",
        "MERGED,IN_REVIEW",
        "MERGED,VALIDATED",
        "REJECTED,IN_REVIEW",
        "REJECTED,VALIDATED",
        "REJECTED,CLOSED",
        "CLOSED,IN_REVIEW",
        "CLOSED,REFERRED"
    })
    void stepThatTheStateDoesNotAllowIsRefused(String from, String to) {
        // Given
        UUID id = Desk.fileAs(from).id();
        String decision = Desk.decision(to);
        String version = Desk.version(id);

        // When
        ValidatableResponse answer = Desk.decide(Desk.somebody(), id, version, decision);

        // Then
        isProblem(answer, 409, "STATE_NOT_ALLOWED");
        assertEquals(version, Desk.version(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'to': 'VALIDATED'} | /confidence | DECISION_LACKS_IT",
                "{'to': 'REJECTED'} | /reason | DECISION_LACKS_IT",
                "{'to': 'MERGED'} | /mergedInto | DECISION_LACKS_IT",
                "{'to': 'NEEDS_INFO'} | /message | DECISION_LACKS_IT",
                "{'to': 'NEEDS_INFO', 'message': ' '} | /message | DECISION_LACKS_IT",
                "{'to': 'VALIDATED', 'confidence': 'LOW', 'reason': 'SPAM'} | /reason | NOT_OF_THIS_DECISION",
                "{'to': 'CLOSED', 'referral': 'x'} | /referral | NOT_OF_THIS_DECISION"
            })
    void decisionHasWhatBelongsToItAndNothingElse(String decision, String pointer, String fault) {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();

        // When
        ValidatableResponse answer = Desk.decide(Desk.somebody(), id, decision.replace("''", "'"));

        // Then
        isProblem(answer, 400, "INVALID_DECISION")
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(fault));
    }

    @Test
    void whatModerationKnowsIsSealedWithTheReport() {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();

        // When
        Desk.decide(Desk.somebody(), id, "{'to': 'REJECTED', 'reason': 'UNINTELLIGIBLE'}")
                .statusCode(200);

        // Then
        Desk.opened(id)
                .body("notes.reason", equalTo("UNINTELLIGIBLE"))
                .body("notes.decidedOn", notNullValue())
                .body("contents.category", equalTo("EXTORTION"));
        List<String> rows = Store.query(
                "select t::text from report t where id = ? union all"
                        + " select t::text from audit_entry t where subject = 'moderation/reports/' || ?",
                row -> row.getString(1),
                id,
                id.toString());
        assertFalse(rows.toString().contains("UNINTELLIGIBLE"), rows.toString());
    }

    @Test
    void decisionNeedsTheVersionThatWasSeen() {
        // Given
        UUID id = Desk.file().id();
        String version = Desk.version(id);
        Desk.decide(Desk.somebody(), id, version, Desk.decision("IN_REVIEW")).statusCode(200);

        // When
        ValidatableResponse stale = Desk.decide(Desk.somebody(), id, version, Desk.decision("REJECTED"));
        ValidatableResponse none = Desk.as(Desk.somebody())
                .body("{\"to\": \"CLOSED\"}")
                .post(Desk.REPORTS + "/{id}/transitions", id)
                .then();
        ValidatableResponse malformed = Desk.decide(Desk.somebody(), id, "1", Desk.decision("REJECTED"));

        // Then
        isProblem(stale, 412, "REPORT_CHANGED");
        isProblem(none, 428, "REPORT_VERSION_MISSING");
        isProblem(malformed, 400, "INVALID_REQUEST").body("errors[0].parameter", equalTo("If-Match"));
        assertEquals("IN_REVIEW", Desk.state(id));
    }

    @Test
    void ofThoseWhoDecideAtTheSameTimeOneDoes() throws Exception {
        // Given
        UUID id = Desk.fileAs("IN_REVIEW").id();
        String version = Desk.version(id);

        // When
        List<Integer> answers = AtOnce.run(
                4,
                caller -> Desk.decide(
                                Desk.somebody(), id, version, Desk.decision(caller % 2 == 0 ? "VALIDATED" : "REJECTED"))
                        .extract()
                        .statusCode());

        // Then
        assertEquals(List.of(200, 412, 412, 412), answers.stream().sorted().toList());
    }

    @Test
    void additionThatNobodySawYetStopsADecision() {
        // Given
        Desk.Filed filed = Desk.fileAs("IN_REVIEW");
        String version = Desk.version(filed.id());
        Reporter.add(filed.receipt(), "Ahora también los sábados.").statusCode(201);

        // When
        ValidatableResponse answer = Desk.decide(Desk.somebody(), filed.id(), version, Desk.decision("VALIDATED"));

        // Then
        isProblem(answer, 412, "REPORT_CHANGED");
        Desk.opened(filed.id()).body("additions.text", contains("Ahora también los sábados."));
    }

    @Test
    void reporterWhoAnswersBringsTheReportBack() {
        // Given
        Desk.Filed filed = Desk.fileAs("NEEDS_INFO");

        // When
        Reporter.add(filed.receipt(), "Desde marzo.").statusCode(201);

        // Then
        Desk.opened(filed.id())
                .body("report.state", equalTo("IN_REVIEW"))
                .body("report.additions", equalTo(1))
                .body("additions[0].text", equalTo("Desde marzo."));
        Desk.decide(Desk.somebody(), filed.id(), Desk.decision("VALIDATED")).statusCode(200);
    }

    @Test
    void reporterIsNotToldHowItWasDecided() {
        List<String> answers = List.of("VALIDATED", "REJECTED", "MERGED", "CLOSED").stream()
                .map(state -> Reporter.status(Desk.fileAs(state).receipt())
                        .statusCode(200)
                        .extract()
                        .asString())
                .collect(Collectors.toSet())
                .stream()
                .toList();

        assertEquals(1, answers.size(), answers.toString());
    }

    @Test
    void unknownDecisionIsRefused() {
        ValidatableResponse answer = Desk.as(Desk.somebody())
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + "0".repeat(64) + "\"")
                .body("{\"to\": \"WITHDRAWN\"}")
                .post(Desk.REPORTS + "/{id}/transitions", UUID.randomUUID())
                .then();

        isProblem(answer, 400, "MALFORMED_BODY");
    }
}
