package cl.observatory.reports.report;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.reports.AtOnce;
import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.proof.Work;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is taken once, is told back to nobody, and says to the reporter where else to go. */
@QuarkusTest
@WithTestResource(Servers.class)
class SubmissionTest {

    private static final String ROUTE = "POST /v1/reports";

    @BeforeEach
    void places() {
        Places.publish();
    }

    @Test
    void reporterIsGivenAReceiptAndToldWhereToGo() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Reporter.submit(Reporter.report());

        // Then
        answer.statusCode(201)
                .header("Cache-Control", "no-store")
                .body("receipt", matchesPattern(Reporter.RECEIPT))
                .body("receiptToBeChanged", equalTo(false))
                .body("redactions", equalTo(List.of()))
                .body("safetyMessages.code", hasItem("EXTORTION_EVIDENCE"))
                .body("safetyMessages.code", not(hasItem("KIDNAPPING_NOW")))
                .body("channels[0].code", equalTo("DENUNCIA_SEGURO"))
                .body("channels.code", not(hasItem("CUSTOMS")));
        Map<String, Long> after = Store.contents();
        assertEquals(before.get("report") + 1, after.get("report"));
        assertEquals(before.get("spent_proof") + 1, after.get("spent_proof"));
    }

    @Test
    void keyOfAWeekStaysWhileAReportNeedsIt() {
        // Given
        Reporter.submit(Reporter.report()).statusCode(201);
        long epoch = Store.number("select max(epoch) from report where sealed is not null");

        // Then
        assertThrows(
                IllegalStateException.class, () -> Store.update("delete from epoch_key where epoch = ?", (int) epoch));
        assertEquals(1, Store.number("select count(*) from epoch_key where epoch = ?", (int) epoch));
    }

    @Test
    void numbersForEmergenciesComeFirstWhenItIsHappeningNow() {
        Reporter.submit(Reporter.report("happeningNow", true))
                .statusCode(201)
                .body("channels[0].code", equalTo("CARABINEROS_133"))
                .body("channels[0].phone", equalTo("133"));
    }

    @Test
    void whatWouldTellWhoSomebodyIsIsReplacedAndTold() {
        Reporter.submit(Reporter.report("text", "Es el 12.345.678-5, llama al +56 9 8765 4321."))
                .statusCode(201)
                .body("redactions.kind", contains("RUT", "PHONE"))
                .body("redactions.count", contains(1, 1));
    }

    @Test
    void onlyAFewThingsAreMandatory() {
        Map<String, Object> report = Reporter.report("text", null);
        report.remove("affectedGroups");

        Reporter.submit(report).statusCode(201);
    }

    @Test
    void whatIsSentAgainIsTheSameReport() {
        // Given
        Map<String, Object> report = Reporter.report();
        String key = Reporter.key();
        String proof = Work.proof(ROUTE);
        String receipt = receipt(Reporter.submit(report, key, proof));
        Map<String, Long> before = Store.contents();

        // When
        String sameProof = receipt(Reporter.submit(report, key, proof));
        String anotherProof = receipt(Reporter.submit(report, key, Work.proof(ROUTE)));
        report.put("happeningNow", true);
        String happeningNow = receipt(Reporter.submit(report, key, proof));

        // Then
        assertEquals(List.of(receipt, receipt, receipt), List.of(sameProof, anotherProof, happeningNow));
        Map<String, Long> after = Store.contents();
        assertEquals(before.get("report"), after.get("report"));
        assertEquals(before.get("received"), after.get("received"));
    }

    @Test
    void whatIsSentTwiceAtOnceIsOneReport() throws Exception {
        // Given
        Map<String, Object> report = Reporter.report();
        String key = Reporter.key();
        String proof = Work.proof(ROUTE);
        Map<String, Long> before = Store.contents();

        // When
        List<String> receipts = AtOnce.run(8, caller -> receipt(Reporter.submit(report, key, proof)));

        // Then
        assertEquals(1, Set.copyOf(receipts).size());
        Map<String, Long> after = Store.contents();
        assertEquals(before.get("report") + 1, after.get("report"));
        assertEquals(before.get("received") + 1, after.get("received"));
    }

    @Test
    void anotherBodyIsAnotherReport() {
        String key = Reporter.key();

        String one = receipt(Reporter.submit(Reporter.report(), key, Work.proof(ROUTE)));
        String other = receipt(Reporter.submit(Reporter.report("frequency", "DAILY"), key, Work.proof(ROUTE)));

        assertNotEquals(one, other);
    }

    @Test
    void proofIsGoodForOneReport() {
        // Given
        String proof = Work.proof(ROUTE);
        Reporter.submit(Reporter.report(), Reporter.key(), proof).statusCode(201);
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Reporter.submit(Reporter.report(), Reporter.key(), proof);

        // Then
        isProblem(answer, 409, "PROOF_OF_WORK_SPENT");
        assertEquals(before, Store.contents());
    }

    @Test
    void workForAnotherRouteIsNoProof() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer =
                Reporter.submit(Reporter.report(), Reporter.key(), Work.proof("POST /v1/reports/messages"));

        // Then
        isProblem(answer, 400, "PROOF_OF_WORK_INVALID")
                .body("errors[0].parameter", equalTo("Proof-Of-Work"))
                .body("errors[0].code", equalTo("PROOF_FOR_ANOTHER_ROUTE"))
                .body("detail", containsString(Servers.PROOF_BITS + " bits"));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({
        "category, NO_SUCH_CATEGORY, UNKNOWN_CATEGORY",
        "commune, 99999, UNKNOWN_COMMUNE",
        "commune, 13, INVALID",
        "occurredMonth, 2026-13, INVALID",
        "occurredMonth, 1999-12, MONTH_TOO_LONG_AGO",
        "occurredMonth, 2999-01, MONTH_TO_COME",
        "frequency, OFTEN, NOT_ONE_OF",
        "trend, UP, NOT_ONE_OF",
        "noticeVersion, 0, UNKNOWN_NOTICE_VERSION",
        "language, fr, INVALID"
    })
    void valueThatCannotBeUsedIsPointedAt(String field, String value, String code) {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Reporter.submit(Reporter.report(field, value));

        // Then
        answer.statusCode(400).body("errors[0].pointer", equalTo("/" + field)).body("errors[0].code", equalTo(code));
        assertEquals(before, Store.contents());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        // Given
        Map<String, Object> report = Reporter.report("commune", "99999");
        report.put("affectedGroups", List.of("YOUTH", "NOBODY"));
        report.put("text", "x".repeat(2001));

        // When
        ValidatableResponse answer = Reporter.submit(report);

        // Then
        isProblem(answer, 400, "REPORT_INVALID")
                .body("errors.pointer", contains("/commune", "/affectedGroups/1", "/text"));
    }

    @Test
    void monthsOfTwoYearsAreTaken() {
        YearMonth now = YearMonth.now(ZoneId.of("America/Santiago"));

        Reporter.submit(Reporter.report("occurredMonth", now.minusMonths(24).toString()))
                .statusCode(201);
        Reporter.submit(Reporter.report("occurredMonth", now.minusMonths(25).toString()))
                .statusCode(400);
        Reporter.submit(Reporter.report("occurredMonth", now.plusMonths(1).toString()))
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20AC, 0x1F6A8, '"', '\n'})
    void textIsCountedInCharacters(int character) {
        String longest = Character.toString(character).repeat(2000);

        Reporter.submit(Reporter.report("text", longest)).statusCode(201);
        isProblem(Reporter.submit(Reporter.report("text", longest + "x")), 400, "REPORT_INVALID");
    }

    @Test
    void fieldsForWhatIsNotCollectedAreNotThere() {
        for (String field : List.of("name", "address", "day", "file", "phone", "latitude")) {
            isProblem(Reporter.submit(Reporter.report(field, "x")), 400, "MALFORMED_BODY")
                    .body("errors[0].code", equalTo("UNKNOWN_FIELD"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "0190a5b2-7c3d-4e4f-8a9b-0c1d2e3f4a5b",
                "0123456789abcdef0123456789abcde",
                "not base64url at all, but long enough"
            })
    void keyThatSomebodyCouldGuessIsRefused(String key) {
        isProblem(Reporter.submit(Reporter.report(), key, Work.proof(ROUTE)), 400, "REPORT_INVALID")
                .body("errors[0].parameter", equalTo("Idempotency-Key"))
                .body("errors[0].code", equalTo("KEY_TOO_WEAK"));
    }

    private static String receipt(ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("receipt");
    }
}
