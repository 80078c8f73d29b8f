package cl.observatory.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Places;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.custody.Opener;
import cl.observatory.reports.guidance.Priority;
import cl.observatory.reports.lane.Lanes;
import cl.observatory.reports.receipt.Receipt;
import cl.observatory.reports.receipt.ReceiptSecret;
import cl.observatory.reports.screening.Kind;
import cl.observatory.reports.sealing.Epochs;
import cl.observatory.reports.sealing.Purpose;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What moderators find when they open what intake sealed. */
@QuarkusTest
@WithTestResource(Servers.class)
class SealedContentTest {

    @Inject
    Opener opener;

    @Inject
    ReceiptHashes hashes;

    @Inject
    Lanes lanes;

    @Inject
    Epochs epochs;

    @Inject
    ObjectMapper json;

    @Test
    void reportIsSealedAsItWasToldButForWhatWasReplaced() throws IOException {
        // Given
        Map<String, Object> report = Reporter.report("text", "Cobra el 12.345.678-5 en la feria.");
        report.put("happeningNow", true);
        report.put("language", "en");

        // When
        String receipt = Reporter.submits(report);

        // Then
        byte[] opened = opened(hashes.own(Receipt.parse(receipt)));
        ReportContent content = json.readValue(opened, ReportContent.class);
        assertEquals("Cobra el [RUT] en la feria.", content.text());
        assertEquals(Map.of(Kind.RUT, 1), content.redactions());
        assertEquals("EXTORTION", content.category());
        assertEquals(Places.LO_ESPEJO, content.commune());
        assertEquals(report.get("occurredMonth"), content.occurredMonth());
        assertEquals("WEEKLY", content.frequency());
        assertEquals("INCREASING", content.trend());
        assertEquals(List.of("SHOPKEEPERS"), content.affectedGroups());
        assertTrue(content.consentToAggregate());
        assertEquals(Channel.WEB, content.channel());
        assertNull(content.partner());
        assertEquals("en", content.language());
        assertEquals("1", content.noticeVersion());
        assertEquals(epochs.today(), content.receivedOn());
        assertFalse(new String(opened, StandardCharsets.UTF_8).contains("happeningNow"));
        assertFalse(new String(opened, StandardCharsets.UTF_8).contains(receipt));
        assertTrue(Arrays.equals(
                ReceiptSecret.of(Receipt.parse(receipt)).replyKey().bytes(),
                content.currentReplyKey(List.of()).bytes()));
    }

    @Test
    void organizationThatFiledItIsSealedToo() throws IOException {
        // Given
        Places.publish();

        // When
        String receipt = Reporter.post(
                        Caller.partner("ong-vecinos").header("Idempotency-Key", Reporter.key()),
                        "/v1/relayed-reports",
                        Map.of("channel", "ASSEMBLY", "report", Reporter.report()))
                .statusCode(201)
                .extract()
                .path("receipt");

        // Then
        ReportContent content = json.readValue(opened(hashes.provisional(Receipt.parse(receipt))), ReportContent.class);
        assertEquals(Channel.ASSEMBLY, content.channel());
        assertEquals("ong-vecinos", content.partner());
    }

    /** Else messages would be sealed to what a partner knows. */
    @Test
    void changedReceiptBringsItsReplyKey() throws IOException {
        // Given
        Places.publish();
        String receipt = Reporter.post(
                        Caller.partner("ong-vecinos").header("Idempotency-Key", Reporter.key()),
                        "/v1/relayed-reports",
                        Map.of("channel", "PARTNER", "report", Reporter.report()))
                .statusCode(201)
                .extract()
                .path("receipt");
        ReportContent content = json.readValue(opened(hashes.provisional(Receipt.parse(receipt))), ReportContent.class);

        // When
        String changed = Reporter.changeReceipt(receipt, Reporter.key())
                .statusCode(200)
                .extract()
                .path("receipt");

        // Then
        List<AdditionContent> additions = additions(hashes.own(Receipt.parse(changed)));
        assertEquals(1, additions.size());
        assertTrue(Arrays.equals(
                ReceiptSecret.of(Receipt.parse(changed)).replyKey().bytes(),
                content.currentReplyKey(additions).bytes()));
    }

    @Test
    void additionsAreSealedInTheirOrder() throws IOException {
        // Given
        String receipt = Reporter.submits(Reporter.report());

        // When
        Reporter.add(receipt, "Uno").statusCode(201);
        Reporter.add(receipt, "Dos, de vecina@example.cl").statusCode(201);

        // Then
        List<AdditionContent> additions = additions(hashes.own(Receipt.parse(receipt)));
        assertEquals(
                List.of("1 Uno", "2 Dos, de [CORREO]"),
                additions.stream()
                        .map(addition -> addition.number() + " " + addition.text())
                        .sorted()
                        .toList());
    }

    @Test
    void laneTellsHowSoonAndRoughlyWhere() {
        String receipt = Reporter.submits(Reporter.report());

        int lane = Math.toIntExact(Store.number("select lane from report where receipt_hash = ?", hash(receipt)));

        assertEquals(lanes.of(Priority.HIGH, Places.LO_ESPEJO), lane);
    }

    /** Lengths would tell how much somebody had to say. */
    @Test
    void sealedReportsHaveOneSize() {
        String little = Reporter.submits(Reporter.report("text", null));
        String much = Reporter.submits(Reporter.report("text", "ñ".repeat(2000)));

        assertEquals(size(little), size(much));
    }

    private static final String SIZE = "select octet_length(sealed) from report where receipt_hash = ?";

    private long size(String receipt) {
        return Store.number(SIZE, hash(receipt));
    }

    private byte[] hash(String receipt) {
        return hashes.own(Receipt.parse(receipt)).bytes();
    }

    private byte[] opened(ReceiptHash hash) {
        return Store.query(
                        "select id, epoch, sealed from report where receipt_hash = ?",
                        row -> opener.open(
                                Purpose.REPORT,
                                row.getObject("id", UUID.class),
                                row.getInt("epoch"),
                                row.getBytes("sealed")),
                        hash.bytes())
                .getFirst();
    }

    private List<AdditionContent> additions(ReceiptHash hash) throws IOException {
        List<byte[]> opened = Store.query(
                "select a.id, a.epoch, a.sealed from addition a join report r on r.id = a.report_id"
                        + " where r.receipt_hash = ?",
                row -> opener.open(
                        Purpose.ADDITION, row.getObject("id", UUID.class), row.getInt("epoch"), row.getBytes("sealed")),
                hash.bytes());
        List<AdditionContent> additions = new ArrayList<>();
        for (byte[] addition : opened) {
            additions.add(json.readValue(addition, AdditionContent.class));
        }
        return additions;
    }
}
