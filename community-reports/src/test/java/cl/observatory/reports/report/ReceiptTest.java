package cl.observatory.reports.report;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Statements;
import cl.observatory.reports.Store;
import cl.observatory.reports.proof.Work;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the receipt sees where the report stands, answers, adds and withdraws; nobody else learns that it is there. */
@QuarkusTest
@WithTestResource(Servers.class)
class ReceiptTest {

    @Inject
    ReceiptHashes hashes;

    @Test
    void reportThatNobodyHasReadIsUnderReview() {
        String receipt = Reporter.submits(Reporter.report());

        Reporter.status(receipt)
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("state", equalTo("UNDER_REVIEW"))
                .body("messages", hasSize(0))
                .body("olderBefore", nullValue())
                .body("nextStep.code", equalTo("WAIT"))
                .body("nextStep.text.es", notNullValue())
                .body("nextStep.text.en", notNullValue());
    }

    /** A receipt is read as people write it. */
    @Test
    void receiptIsReadInEitherCaseAndWithoutHyphens() {
        String receipt = Reporter.submits(Reporter.report());

        Reporter.status(receipt.toLowerCase(Locale.ROOT).replace("-", " ").replace('0', 'o'))
                .statusCode(200);
    }

    /** How it was decided would tell whether it was counted. */
    @ParameterizedTest
    @CsvSource({
        "SCREENED, UNDER_REVIEW, WAIT",
        "IN_REVIEW, UNDER_REVIEW, WAIT",
        "NEEDS_INFO, ANSWERED, ANSWER",
        "VALIDATED, CLOSED, NOTHING_MORE",
        "MERGED, CLOSED, NOTHING_MORE",
        "REJECTED, CLOSED, NOTHING_MORE",
        "REFERRED, CLOSED, NOTHING_MORE",
        "CLOSED, CLOSED, NOTHING_MORE"
    })
    void stateIsToldWithoutTheDecision(String state, String told, String nextStep) {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        become(receipt, state);

        // When
        ValidatableResponse answer = Reporter.status(receipt);

        // Then
        answer.statusCode(200).body("state", equalTo(told)).body("nextStep.code", equalTo(nextStep));
    }

    @Test
    void messagesAreOpenedByTheReceipt() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        write(receipt, 1, "¿En qué horario ocurre?");
        write(receipt, 2, "Gracias.");

        // When
        ValidatableResponse answer = Reporter.status(receipt);

        // Then
        answer.statusCode(200)
                .body("messages.number", contains(2, 1))
                .body("messages.text", contains("Gracias.", "¿En qué horario ocurre?"));
    }

    @Test
    void messagesThatDoNotFitAreAskedForNext() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        for (int number = 1; number <= 4; number++) {
            write(receipt, number, "ñ\"".repeat(1000));
        }

        // When
        int before = Reporter.status(receipt)
                .statusCode(200)
                .body("messages.number", contains(4, 3))
                .body("olderBefore", equalTo(3))
                .extract()
                .path("olderBefore");

        // Then
        Reporter.post(Caller.anybody(), Reporter.REPORTS + "/status", Map.of("receipt", receipt, "before", before))
                .statusCode(200)
                .body("messages.number", contains(2, 1))
                .body("olderBefore", nullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1F6A8, '"', '\n', 0x20AC})
    void longestMessageFits(int character) {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        String text = Character.toString(character).repeat(2000);
        write(receipt, 1, text);

        // When
        ValidatableResponse answer = Reporter.status(receipt);

        // Then
        answer.statusCode(200).body("messages.text", contains(text));
    }

    @Test
    void threeFailuresAreOneByTheirBytesAndTheirStatements() {
        // Given
        String unknown = hashesTo("never given");
        String withdrawn = Reporter.submits(Reporter.report());
        Reporter.withdraw(withdrawn).statusCode(200);
        String expired = Reporter.submits(Reporter.report());
        Store.update("update report set state = 'PURGED', sealed = null where receipt_hash = ?", hash(expired));

        for (String route : List.of("status", "withdrawal", "messages", "receipt-change", "filing-path")) {
            // When
            Failure first = fail(route, unknown);
            Failure second = fail(route, withdrawn);
            Failure third = fail(route, expired);

            // Then
            isProblem(first.answer().then(), 404, "UNKNOWN_REPORT");
            for (Failure other : List.of(second, third)) {
                assertArrayEquals(first.answer().asByteArray(), other.answer().asByteArray());
                assertEquals(
                        first.answer().headers().asList(),
                        other.answer().headers().asList());
                assertEquals(first.statements(), other.statements());
            }
            assertEquals(1, first.statements().size(), first.statements().toString());
        }
    }

    /** A key that is gone opens nothing, whether or not somebody has cleared the row yet. */
    @Test
    void reportWhoseKeyHasDiedIsNotThere() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        Store.update(
                "insert into epoch_key (epoch, public_keyset, signature) values (1, 'x', 'x') on conflict do nothing");
        Store.update("update report set epoch = 1 where receipt_hash = ?", hash(receipt));

        // When
        ValidatableResponse answer = Reporter.status(receipt);

        // Then
        isProblem(answer, 404, "UNKNOWN_REPORT");
        Store.update("delete from report where epoch = 1");
        Store.update("delete from epoch_key where epoch = 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "withdrawal", "messages", "receipt-change", "filing-path"})
    void mistypedReceiptIsToldWithoutLookingForAReport(String route) {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        char last = receipt.charAt(receipt.length() - 1);
        String mistyped = receipt.substring(0, receipt.length() - 1) + (last == 'A' ? 'B' : 'A');

        // When
        Failure failure = fail(route, mistyped);

        // Then
        isProblem(failure.answer().then(), 400, "RECEIPT_MISTYPED")
                .body("errors[0].pointer", equalTo("/receipt"))
                .body("errors[0].code", equalTo("RECEIPT_CHECK"))
                .body("errors[0].hint", notNullValue());
        assertEquals(List.of(), failure.statements());
        isProblem(fail(route, receipt + "0").answer().then(), 400, "RECEIPT_MISTYPED");
        isProblem(fail(route, "U" + receipt.substring(1)).answer().then(), 400, "RECEIPT_MISTYPED");
    }

    @Test
    void answerGivesTheReportBackToModerators() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        become(receipt, "NEEDS_INFO");

        // When
        ValidatableResponse answer = Reporter.add(receipt, "Los viernes; mi correo es vecina@example.cl");

        // Then
        answer.statusCode(201).body("redactions.kind", contains("EMAIL"));
        assertEquals("IN_REVIEW", state(receipt));
        assertEquals(1, additions(receipt));
        Reporter.status(receipt).body("state", equalTo("UNDER_REVIEW"));
    }

    @Test
    void additionThatIsSentAgainIsStoredOnce() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        String key = Reporter.key();
        String proof = Work.proof("POST /v1/reports/messages");

        // When
        Reporter.add(receipt, "También los sábados.", key, proof).statusCode(201);
        Reporter.add(receipt, "También los sábados.", key, proof).statusCode(201);

        // Then
        assertEquals(1, additions(receipt));
        isProblem(Reporter.add(receipt, "Y los domingos.", key, proof), 409, "PROOF_OF_WORK_SPENT");
        assertEquals(1, additions(receipt));
    }

    @Test
    void nothingIsAddedToWhatIsDecided() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        become(receipt, "VALIDATED");

        // When
        ValidatableResponse answer = Reporter.add(receipt, "Sigue ocurriendo.");

        // Then
        isProblem(answer, 409, "REPORT_CLOSED");
        assertEquals(0, additions(receipt));
    }

    @Test
    void oneReportHasSoManyAdditions() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        for (int i = 0; i < Servers.MAX_ADDITIONS; i++) {
            Reporter.add(receipt, "Agregado " + i).statusCode(201);
        }

        // When
        ValidatableResponse answer = Reporter.add(receipt, "Uno más");

        // Then
        isProblem(answer, 409, "TOO_MANY_ADDITIONS");
        assertEquals(Servers.MAX_ADDITIONS, additions(receipt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u0007"})
    void textThatIsNoneIsRefused(String text) {
        String receipt = Reporter.submits(Reporter.report());

        Reporter.add(receipt, text).statusCode(400).body("errors[0].pointer", equalTo("/text"));
    }

    @Test
    void withdrawalErasesWhatWasTold() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        Reporter.add(receipt, "También los sábados.").statusCode(201);
        write(receipt, 1, "Gracias.");
        UUID id = id(receipt);

        // When
        Reporter.withdraw(receipt).statusCode(200).body("withdrawn", equalTo(true));

        // Then
        assertEquals(
                1,
                Store.number(
                        "select count(*) from report where id = ? and state = 'WITHDRAWN' and sealed is null"
                                + " and receipt_hash <> ?",
                        id,
                        hash(receipt)));
        assertEquals(0, Store.number("select count(*) from addition where report_id = ?", id));
        assertEquals(0, Store.number("select count(*) from message where report_id = ?", id));
        isProblem(Reporter.status(receipt), 404, "UNKNOWN_REPORT");
        isProblem(Reporter.withdraw(receipt), 404, "UNKNOWN_REPORT");
    }

    @Test
    void receiptInAnAddressLeadsNowhere() {
        String receipt = Reporter.submits(Reporter.report());

        assertFalse(Caller.anybody().get(Reporter.REPORTS + "/" + receipt).statusCode() < 400);
    }

    private record Failure(Response answer, List<String> statements) {}

    private static Failure fail(String route, String receipt) {
        Response[] answer = new Response[1];
        Map<String, Object> body = route.equals("messages")
                ? Map.of("receipt", receipt, "text", "¿Hay alguien?")
                : Map.of("receipt", receipt);
        List<String> statements = Statements.during(() -> answer[0] = Reporter.post(
                        Caller.anybody()
                                .header("Idempotency-Key", Reporter.key())
                                .header("Proof-Of-Work", Work.proof("POST /v1/reports/messages")),
                        Reporter.REPORTS + "/" + route,
                        body)
                .extract()
                .response());
        return new Failure(answer[0], statements);
    }

    /** A well-formed receipt that the service never gave. */
    private String hashesTo(String nothing) {
        return hashes.derive(new IdempotencyKey(Reporter.key()), nothing).text();
    }

    private byte[] hash(String receipt) {
        return hashes.own(Receipt.parse(receipt)).bytes();
    }

    private UUID id(String receipt) {
        return Store.query(
                        "select id from report where receipt_hash = ?",
                        row -> row.getObject(1, UUID.class),
                        hash(receipt))
                .getFirst();
    }

    private String state(String receipt) {
        return Store.query("select state from report where id = ?", row -> row.getString(1), id(receipt))
                .getFirst();
    }

    private long additions(String receipt) {
        return Store.number("select count(*) from addition where report_id = ?", id(receipt));
    }

    private void become(String receipt, String state) {
        Store.update("update report set state = ? where id = ?", state, id(receipt));
    }

    /** As moderation does. */
    private void write(String receipt, int number, String text) {
        UUID message = UUID.randomUUID();
        Store.update(
                "insert into message (id, report_id, number, sealed) values (?, ?, ?, ?)",
                message,
                id(receipt),
                number,
                ReceiptSecret.of(Receipt.parse(receipt)).replyKey().seal(text, message));
    }
}
