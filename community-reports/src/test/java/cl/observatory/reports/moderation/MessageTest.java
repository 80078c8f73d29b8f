package cl.observatory.reports.moderation;

import static cl.observatory.reports.Problems.isProblem;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.sealing.Epochs;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moderators write to somebody whom they do not know. */
@QuarkusTest
@WithTestResource(Servers.class)
class MessageTest {

    @Inject
    Epochs epochs;

    @Test
    void onlyTheReceiptOpensIt() {
        // Given
        Desk.Filed filed = Desk.file();

        // When
        ValidatableResponse sent = Desk.write(Desk.somebody(), filed.id(), "{'text': 'Gracias. Llame al *4242.'}");

        // Then
        sent.statusCode(201).body("report.state", equalTo("SCREENED"));
        Reporter.status(filed.receipt()).statusCode(200).body("messages.text", contains("Gracias. Llame al *4242."));
        Desk.opened(filed.id())
                .body("notes.messages.text", contains("Gracias. Llame al *4242."))
                .body("notes.messages.day", contains(epochs.today().toString()));
        byte[] stored = Store.query(
                        "select sealed from message where report_id = ?", row -> row.getBytes(1), filed.id())
                .getFirst();
        assertFalse(new String(stored, StandardCharsets.ISO_8859_1).contains("Gracias"));
    }

    @Test
    void itIsScreenedAsWhatTheReporterWritesIs() {
        // Given
        Desk.Filed filed = Desk.file();

        // When
        ValidatableResponse sent =
                Desk.write(Desk.somebody(), filed.id(), "{'text': 'Escriba a ayuda@example.cl, es gratis.'}");

        // Then
        sent.statusCode(201).body("redactions.EMAIL", equalTo(1));
        Reporter.status(filed.receipt()).body("messages.text", contains("Escriba a [CORREO], es gratis."));
    }

    @Test
    void questionComesAsAMessage() {
        // Given
        Desk.Filed filed = Desk.fileAs("IN_REVIEW");

        // When
        Desk.decide(Desk.somebody(), filed.id(), "{'to': 'NEEDS_INFO', 'message': '¿Desde cuándo?'}")
                .statusCode(200);

        // Then
        Reporter.status(filed.receipt())
                .body("state", equalTo("ANSWERED"))
                .body("messages.text", contains("¿Desde cuándo?"));
    }

    @Test
    void messagesKeepTheirOrderAndAreAllThere() {
        // Given
        Desk.Filed filed = Desk.file();

        // When
        for (String text : List.of("uno", "dos", "tres")) {
            Desk.write(Desk.somebody(), filed.id(), "{'text': '" + text + "'}").statusCode(201);
        }

        // Then
        Reporter.status(filed.receipt()).body("messages.text", containsInAnyOrder("uno", "dos", "tres"));
        Desk.opened(filed.id()).body("notes.messages.text", contains("uno", "dos", "tres"));
        assertEquals(
                List.of(1, 2, 3),
                Store.query(
                        "select number from message where report_id = ? order by number",
                        row -> row.getInt(1),
                        filed.id()));
    }

    /** A report is sealed in one size, with what moderators keep of it. */
    @Test
    void whenThereIsNoRoomNothingIsSent() {
        // Given
        Desk.Filed filed = Desk.file();
        String text = "{'text': '" + "á".repeat(1900) + "'}";
        for (int i = 0; i < 4; i++) {
            Desk.write(Desk.somebody(), filed.id(), text).statusCode(201);
        }

        // When
        ValidatableResponse answer = Desk.write(Desk.somebody(), filed.id(), text);

        // Then
        isProblem(answer, 409, "NO_ROOM_FOR_MORE");
        assertEquals(4, Store.number("select count(*) from message where report_id = ?", filed.id()));
        Desk.opened(filed.id()).body("notes.messages.size()", equalTo(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'text': ''}", "{'text': '  '}", "{'text': 'x', 'to': 'y'}"})
    void messageThatIsNoneIsRefused(String message) {
        UUID id = Desk.file().id();

        Desk.write(Desk.somebody(), id, message).statusCode(400);
        assertEquals(0, Store.number("select count(*) from message where report_id = ?", id));
    }

    @Test
    void messageThatIsTooLongIsRefused() {
        isProblem(
                Desk.write(Desk.somebody(), Desk.file().id(), "{'text': '" + "a".repeat(2001) + "'}"),
                400,
                "INVALID_REQUEST");
    }

    @Test
    void statusOfAReportWithoutMessagesHasNone() {
        Reporter.status(Desk.file().receipt()).body("messages", empty());
    }
}
