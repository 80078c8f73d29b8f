package cl.observatory.reports.relay;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Issuer;
import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organization files for somebody, and from then on knows no more than anybody. */
@QuarkusTest
@WithTestResource(Servers.class)
class RelayTest {

    private static final String ROUTE = "/v1/relayed-reports";

    @BeforeEach
    void places() {
        Places.publish();
    }

    @Test
    void organizationFilesWithoutAProofOfWork() {
        relay(Caller.partner("ong-vecinos"))
                .statusCode(201)
                .body("receipt", matchesPattern(Reporter.RECEIPT))
                .body("receiptToBeChanged", equalTo(true))
                .body("channels[0].code", equalTo("DENUNCIA_SEGURO"));
    }

    @Test
    void relayedTextIsScreenedToo() {
        Map<String, Object> body = Map.of(
                "channel", "PHONE_TRANSCRIBED", "report", Reporter.report("text", "Escribió desde vecina@example.cl"));

        Reporter.post(Caller.partner("ong-vecinos").header("Idempotency-Key", Reporter.key()), ROUTE, body)
                .statusCode(201)
                .body("redactions.kind", contains("EMAIL"));
    }

    @Test
    void whatIsWrongIsPointedAtWhereItStands() {
        Map<String, Object> body = Map.of("channel", "PARTNER", "report", Reporter.report("category", "NONE_SUCH"));

        isProblem(
                        Reporter.post(
                                Caller.partner("ong-vecinos").header("Idempotency-Key", Reporter.key()), ROUTE, body),
                        400,
                        "REPORT_INVALID")
                .body("errors[0].pointer", equalTo("/report/category"));
    }

    @Test
    void reporterDoesNotFileAsAnOrganization() {
        isProblem(relay(Caller.anybody()), 403, "FORBIDDEN");
    }

    @Test
    void callerWithoutAnOrganizationFilesForNobody() {
        RequestSpecification caller =
                Caller.with(Issuer.GATEWAY, Issuer.GATEWAY.claims("key of nobody", "reports:relay"));

        isProblem(relay(caller), 403, "RELAY_WITHOUT_ORGANIZATION");
    }

    @Test
    void organizationFilesFromItsTerritories() {
        relay(Caller.partner("ong-vecinos", "13")).statusCode(201);
        relay(Caller.partner("ong-vecinos", "05", Places.LO_ESPEJO)).statusCode(201);
        isProblem(relay(Caller.partner("ong-vecinos", "05")), 403, "COMMUNE_NOT_ALLOWED");
    }

    @Test
    void partnerCannotReadItBack() {
        // Given
        String receipt = relayed();

        // When
        ValidatableResponse status = Reporter.status(receipt);

        // Then
        status.statusCode(200)
                .body("state", equalTo("RECEIPT_TO_BE_CHANGED"))
                .body("messages", hasSize(0))
                .body("nextStep.code", equalTo("CHANGE_RECEIPT"));
        isProblem(Reporter.add(receipt, "¿Qué dice?"), 409, "RECEIPT_TO_BE_CHANGED");
        isProblem(Reporter.withdraw(receipt), 409, "RECEIPT_TO_BE_CHANGED");
    }

    @Test
    void changedReceiptLeadsToTheReportAndTheOldOneToNothing() {
        // Given
        String receipt = relayed();
        String key = Reporter.key();

        // When
        String changed =
                Reporter.changeReceipt(receipt, key).statusCode(200).extract().path("receipt");

        // Then
        assertNotEquals(receipt, changed);
        Reporter.status(changed).statusCode(200).body("state", equalTo("UNDER_REVIEW"));
        isProblem(Reporter.status(receipt), 404, "UNKNOWN_REPORT");
        isProblem(Reporter.changeReceipt(receipt, Reporter.key()), 404, "UNKNOWN_REPORT");
        Reporter.changeReceipt(receipt, key).statusCode(200).body("receipt", equalTo(changed));
        Reporter.add(changed, "Soy yo.").statusCode(201);
        Reporter.withdraw(changed).statusCode(200);
    }

    @Test
    void whatModeratorsWroteIsOpenedByTheChangedReceipt() {
        // Given
        long before = Store.number("select count(*) from addition");
        Set<UUID> others = reports();
        String receipt = relayed();
        Set<UUID> relayed = new HashSet<>(reports());
        relayed.removeAll(others);
        UUID message = UUID.randomUUID();
        Store.update(
                "insert into message (id, report_id, number, sealed) values (?, ?, 1, ?)",
                message,
                relayed.iterator().next(),
                ReceiptSecret.of(Receipt.parse(receipt)).replyKey().seal("¿Desde cuándo?", message));

        // When
        String changed = Reporter.changeReceipt(receipt, Reporter.key())
                .statusCode(200)
                .extract()
                .path("receipt");

        // Then
        Reporter.status(changed).statusCode(200).body("messages.text", contains("¿Desde cuándo?"));
        assertEquals(before + 1, Store.number("select count(*) from addition"));
    }

    @Test
    void receiptOfOnesOwnReportStaysAsItIs() {
        String receipt = Reporter.submits(Reporter.report());

        isProblem(Reporter.changeReceipt(receipt, Reporter.key()), 409, "RECEIPT_NOT_TO_BE_CHANGED");
        Reporter.status(receipt).statusCode(200);
    }

    @Test
    void reportThatIsFiledTwiceIsOne() {
        // Given
        String key = Reporter.key();
        Map<String, Object> body = Map.of("channel", "ASSEMBLY", "report", Reporter.report());
        String receipt = Reporter.post(Caller.partner("ong-vecinos").header("Idempotency-Key", key), ROUTE, body)
                .extract()
                .path("receipt");
        long before = Store.number("select count(*) from report");

        // When
        ValidatableResponse again =
                Reporter.post(Caller.partner("ong-vecinos").header("Idempotency-Key", key), ROUTE, body);

        // Then
        again.statusCode(201).body("receipt", equalTo(receipt));
        assertEquals(before, Store.number("select count(*) from report"));
    }

    private static String relayed() {
        return relay(Caller.partner("ong-vecinos")).statusCode(201).extract().path("receipt");
    }

    private static ValidatableResponse relay(RequestSpecification caller) {
        return Reporter.post(
                caller.header("Idempotency-Key", Reporter.key()),
                ROUTE,
                Map.of("channel", "PARTNER", "report", Reporter.report()));
    }

    private static Set<UUID> reports() {
        return Set.copyOf(Store.query("select id from report", row -> row.getObject(1, UUID.class)));
    }
}
