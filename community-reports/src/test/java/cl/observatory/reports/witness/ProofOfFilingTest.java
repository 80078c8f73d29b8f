package cl.observatory.reports.witness;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.MovedClock;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.filing.FilingVerifier;
import cl.observatory.reports.proof.Work;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the request for a proof to its verification, through the door. */
@QuarkusTest
@WithTestResource(Servers.class)
class ProofOfFilingTest {

    private static final String ROUTE = "POST /v1/reports";
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    @Inject
    WitnessTurns turns;

    @Test
    void whoDoesNotAskHasNoProofAndNoLeaf() {
        // Given
        long before = leaves();

        // When
        String receipt = Reporter.submit(Reporter.report())
                .statusCode(201)
                .body("proofOfFiling", nullValue())
                .extract()
                .path("receipt");
        Reporter.submit(Reporter.report("proofOfFiling", false)).statusCode(201).body("proofOfFiling", nullValue());

        // Then
        assertEquals(before, leaves());
        path(receipt).statusCode(200).body("state", equalTo("NONE"));
    }

    @Test
    void whoAsksIsShownSecretTextAndLeafAndWarned() {
        // Given
        long before = leaves();

        // When
        ValidatableResponse answer = Reporter.submit(asking("Lo dijo a las 9,\r\nen el +56 9 8765 4321.\n"));

        // Then
        JsonPath proof = proof(answer);
        assertEquals("Lo dijo a las 9,\nen el [TELÉFONO].", proof.getString("text"));
        assertEquals(FilingVerifier.leaf(proof.getString("secret"), proof.getString("text")), proof.getString("leaf"));
        answer.body("proofOfFiling.warning.es", containsString("prueba"))
                .body("proofOfFiling.warning.en", containsString("proof"));
        assertEquals(before + 1, leaves());
    }

    @Test
    void warningStandsWhereAFormFindsIt() {
        Caller.anybody()
                .get("/v1/report-categories")
                .then()
                .statusCode(200)
                .body("proofOfFilingWarning.es", containsString("prueba"))
                .body("proofOfFilingWarning.en", containsString("whoever takes it from you"));
    }

    @Test
    void requestThatIsSentAgainGivesTheSameProofAndNoSecondLeaf() {
        // Given
        String key = Reporter.key();
        String work = Work.proof(ROUTE);
        Map<String, Object> report = asking("Lo mismo dos veces.");
        JsonPath first = proof(Reporter.submit(report, key, work));
        long before = leaves();

        // When
        JsonPath second = proof(Reporter.submit(report, key, work));
        JsonPath other = proof(Reporter.submit(report));

        // Then
        assertEquals(first.getMap(""), second.getMap(""));
        assertNotEquals(first.getString("secret"), other.getString("secret"));
        assertNotEquals(first.getString("leaf"), other.getString("leaf"));
        assertEquals(before + 1, leaves());
    }

    @Test
    void nothingToBeHashedIsNoProof() {
        for (String text : new String[] {null, "", " \n "}) {
            isProblem(Reporter.submit(asking(text)), 400, "REPORT_INVALID")
                    .body("errors.pointer", contains("/proofOfFiling"))
                    .body("errors.code", contains("PROOF_WITHOUT_TEXT"));
        }
    }

    @Test
    void whoFilesForSomebodyElseWouldHaveTheProof() {
        // Given
        long before = leaves();

        // When
        ValidatableResponse answer = Reporter.post(
                Caller.partner("casa-abierta").header("Idempotency-Key", Reporter.key()),
                "/v1/relayed-reports",
                Map.of("channel", "PARTNER", "report", asking("Lo contó una vecina.")));

        // Then
        isProblem(answer, 400, "REPORT_INVALID")
                .body("errors.pointer", contains("/report/proofOfFiling"))
                .body("errors.code", contains("PROOF_IN_RELAY"));
        assertEquals(before, leaves());
    }

    /** With all else that an answer has it fits the one size. */
    @Test
    void longestTextOfAReportFitsTheAnswer() {
        for (String category : List.of("CHILD_RECRUITMENT", "TRAFFICKING_PERSONS")) {
            for (String text : List.of("ñ".repeat(2000), "\"".repeat(2000), "🚨".repeat(1200))) {
                Map<String, Object> report = asking(text);
                report.put("category", category);
                report.put("happeningNow", true);

                assertEquals(text, proof(Reporter.submit(report)).getString("text"));
            }
        }
    }

    @Test
    void textThatWouldNotFitIsRefusedBeforeAnythingIsStored() {
        // Given
        Map<String, Long> before = Store.contents();

        // When
        ValidatableResponse answer = Reporter.submit(asking("🚨".repeat(1201)));

        // Then
        isProblem(answer, 400, "REPORT_INVALID")
                .body("errors.pointer", contains("/proofOfFiling"))
                .body("errors.code", contains("PROOF_TEXT_TOO_LONG"));
        assertEquals(before, Store.contents());
    }

    @Test
    void pathLeadsToTheSignedRootAndAnotherTextDoesNot() {
        // Given
        ValidatableResponse submitted = Reporter.submit(asking("Cobran a los locales."));
        String receipt = submitted.extract().path("receipt");
        JsonPath proof = proof(submitted);
        path(receipt).statusCode(200).body("state", equalTo("WAITING")).body("path", nullValue());

        // When
        LocalDate day = nextDay();
        moveTo(day.plusDays(1));
        turns.look();

        // Then
        ValidatableResponse answer = path(receipt)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Length", "16384")
                .body("state", equalTo("READY"))
                .body("leaf", equalTo(proof.getString("leaf")))
                .body("path", hasSize(10));
        JsonPath path = answer.extract().jsonPath();
        List<Map<String, Object>> roots = roots();
        FilingVerifier.verifyChain(roots);
        String root = roots.stream()
                .filter(each -> each.get("day").equals(path.getString("day")))
                .map(each -> (String) each.get("root"))
                .findFirst()
                .orElseThrow();
        assertEquals(root, path.getString("root"));
        assertEquals(root, root(proof.getString("secret"), "Cobran a los locales.", path));
        assertNotEquals(root, root(proof.getString("secret"), "Cobran a los locales", path));
        assertNotEquals(root, root("00".repeat(32), "Cobran a los locales.", path));
    }

    @Test
    void afterThirtyDaysThereIsNoPathAndNothingThatLinks() {
        // Given
        ValidatableResponse submitted = Reporter.submit(asking("Hace treinta días."));
        String receipt = submitted.extract().path("receipt");
        String leaf = proof(submitted).getString("leaf");
        LocalDate day = nextDay();
        moveTo(day.plusDays(1));
        turns.look();

        // When
        moveTo(day.plusDays(30));
        path(receipt).statusCode(200).body("state", equalTo("READY"));
        moveTo(day.plusDays(31));
        String beforeTheTurn = path(receipt).statusCode(200).extract().path("state");
        turns.look();

        // Then
        assertEquals("NONE", beforeTheTurn);
        path(receipt).statusCode(200).body("state", equalTo("NONE"));
        assertEquals(0, Store.number("select count(*) from filing_leaf where leaf = decode(?, 'hex')", leaf));
        FilingVerifier.verifyChain(roots());
    }

    @Test
    void withdrawnReportHasNoPath() {
        // Given
        String receipt = Reporter.submits(asking("Mejor no."));
        moveTo(nextDay().plusDays(1));
        turns.look();

        // When
        Reporter.withdraw(receipt).statusCode(200);

        // Then
        isProblem(path(receipt), 404, "UNKNOWN_REPORT");
    }

    @Test
    void listOfRootsIsPagedAndMayBeKept() {
        // Given
        moveTo(nextDay().plusDays(2));
        turns.look();

        // When
        ValidatableResponse first =
                Caller.anybody().get("/v1/filing-roots?limit=1").then();

        // Then
        first.statusCode(200)
                .header("Cache-Control", containsString("public"))
                .body("items.number", contains(1))
                .body("page.limit", equalTo(1))
                .body("page.nextCursor", equalTo("1"));
        Caller.anybody()
                .header("If-None-Match", first.extract().header("ETag"))
                .get("/v1/filing-roots?limit=1")
                .then()
                .statusCode(304);
        Caller.anybody()
                .get("/v1/filing-roots?limit=1&cursor=1")
                .then()
                .statusCode(200)
                .body("items.number", contains(2));
        isProblem(Caller.anybody().get("/v1/filing-roots?cursor=x").then(), 400, "INVALID_REQUEST");
        assertTrue(roots().size() > 1);
    }

    private static Map<String, Object> asking(String text) {
        Map<String, Object> report = Reporter.report("text", text);
        report.put("proofOfFiling", true);
        return report;
    }

    private static JsonPath proof(ValidatableResponse answer) {
        JsonPath whole = answer.statusCode(201).extract().jsonPath();
        whole.setRootPath("proofOfFiling");
        return whole;
    }

    private static ValidatableResponse path(String receipt) {
        return Reporter.post(Caller.anybody(), Reporter.REPORTS + "/filing-path", Map.of("receipt", receipt));
    }

    private static String root(String secret, String text, JsonPath path) {
        return FilingVerifier.root(
                FilingVerifier.leaf(secret, text), path.getInt("place"), path.getInt("leaves"), path.getList("path"));
    }

    private static List<Map<String, Object>> roots() {
        return Caller.anybody()
                .get("/v1/filing-roots")
                .then()
                .statusCode(200)
                .body("page.nextCursor", nullValue())
                .extract()
                .path("items");
    }

    private static long leaves() {
        return Store.number("select count(*) from filing_leaf");
    }

    /** The day of the next tree: tests move the clock on, and none may move it back behind a root. */
    private static LocalDate nextDay() {
        LocalDate today = LocalDate.now(CHILE);
        LocalDate afterLast = Store.query(
                        "select max(day) + 1 from filing_root", row -> row.getObject(1, LocalDate.class))
                .getFirst();
        return afterLast == null || afterLast.isBefore(today) ? today : afterLast;
    }

    private static void moveTo(LocalDate day) {
        QuarkusMock.installMockForType(MovedClock.at(day), Clock.class);
    }
}
