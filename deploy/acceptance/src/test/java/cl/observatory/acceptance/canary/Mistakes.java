package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** All that can be sent wrongly, and holds what is nobody's business all the same. */
final class Mistakes {

    private static final String REPORTS = "POST /v1/reports";
    private static final String STATUS = "POST /v1/reports/status";

    private final Campaign campaign;
    private final Words words;
    private final Work work;

    Mistakes(Campaign campaign, Words words, Work work) {
        this.campaign = campaign;
        this.words = words;
        this.work = work;
    }

    /** Each is refused, whatever the gateway and the service say to it. */
    void makeAll() {
        for (String field :
                new String[] {"kind", "category", "commune", "occurredMonth", "frequency", "noticeVersion"}) {
            refused(REPORTS, with(field, words.next("value of " + field)));
        }
        refused(REPORTS, with(words.next("name of a field"), "x"));
        refused(REPORTS, with("consentToAggregate", words.next("no truth value")));
        refused(REPORTS, with("affectedGroups", words.next("no list")));
        refused(REPORTS, with("text", words.next("too long a text").repeat(200)));
        refused(REPORTS, with("text", "\u0007" + words.next("text with a bell")));
        String whole = "{\"kind\":\"OBSERVATION\",\"text\":\"" + words.next("text that breaks off");
        refused(REPORTS, Campaign.padded(whole));
        refused(REPORTS, Campaign.padded("{'" + words.next("no JSON") + "'}"));
        refused(REPORTS, Campaign.padded(words.next("not a brace")));
        refused(REPORTS, whole.getBytes(UTF_8));
        refused(REPORTS, (whole + "\"}" + " ".repeat(70_000)).getBytes(UTF_8));
        refused(REPORTS, Plants.joined(new byte[] {(byte) 0xC3, 0x28}, Campaign.padded(words.next("no UTF-8"))));
        refused(STATUS, receipt(words.next("no receipt")));
        refused(STATUS, receipt("0000-0000-" + words.next("too long a receipt")));
        refused(STATUS, receipt(unknownReceipt()));
        refused("POST /v1/reports/withdrawal", receipt(unknownReceipt()));
        refused("POST /v1/reports/" + words.next("path"), Campaign.padded("{}"));
        refused(REPORTS + "?" + words.next("parameter") + "=" + words.next("its value"), Campaign.padded("{}"));
        refused("GET /v1/reports/" + words.next("path of a GET"), new byte[0]);
        refused("PUT /v1/reports", Campaign.padded(words.next("body of a PUT")));
        refusedWith("Idempotency-Key", words.next("weak key").substring(0, 15));
        refusedWith("Proof-Of-Work", "1:4:20200101:" + REPORTS + ":" + words.next("proof of another day") + ":1");
        refusedWith("Proof-Of-Work", words.next("no proof"));
        refusedWith("Content-Type", "text/" + words.next("media type"));
        takenWith("X-API-Key", words.next("no key"));
        takenWith("Authorization", "Bearer " + words.next("no token"));
        takenWith("Content-Encoding", words.next("no encoding"));
        refusedWith("X-Long", words.next("long header").repeat(2000));
        noRequest(words.next("no method") + " /v1/reports HTTP/1.1\r\nHost: x\r\n\r\n");
        noRequest("POST /v1/reports HTTP/1.1\r\nHost: x\r\n" + words.next("no colon") + "\r\n\r\n");
        noRequest("POST /v1/reports/%zz" + words.next("no escape") + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    private byte[] with(String field, Object value) {
        Map<String, Object> report = Campaign.report("EXTORTION", words.next("text with a mistake"));
        report.put(field, value);
        return Campaign.padded(report);
    }

    private static byte[] receipt(String receipt) {
        return Campaign.padded(Map.of("receipt", receipt));
    }

    /** Of the symbols of receipts; that its check symbol is right is one chance in thirty-two. */
    private String unknownReceipt() {
        String symbols = words.hex("unknown receipt without hyphens", 24).toUpperCase(Locale.ROOT);
        return words.mark("unknown receipt", symbols.replaceAll("(?<=\\G.{4})(?=.)", "-"));
    }

    private void refused(String request, byte[] body) {
        refused(request, headers(request), body);
    }

    private void refusedWith(String header, String value) {
        Map<String, String> headers = headers(REPORTS);
        headers.put(header, value);
        refused(REPORTS, headers, Campaign.padded(Campaign.report("EXTORTION", words.next("text behind a header"))));
    }

    /** The door does not look at what it does not pass on. */
    private void takenWith(String header, String value) {
        Map<String, String> headers = headers(REPORTS);
        headers.put(header, value);
        byte[] report = Campaign.padded(Campaign.report("EXTORTION", words.next("text behind a header")));
        assertEquals(
                201, campaign.visit("mistake").send(REPORTS, headers, report).status(), header);
    }

    private Map<String, String> headers(String request) {
        Map<String, String> headers = new LinkedHashMap<>(campaign.headers("mistake"));
        headers.put("Idempotency-Key", words.next("key of a mistake") + words.next("end of the key of a mistake"));
        headers.put("Proof-Of-Work", work.proof(request.split("\\?", 2)[0], words.next("proof of a mistake")));
        return headers;
    }

    private void refused(String request, Map<String, String> headers, byte[] body) {
        try {
            Visit.Answer answer = campaign.visit("mistake").send(request, headers, body);
            assertTrue(
                    answer.status() >= 400 && answer.status() < 500,
                    () -> answer.status() + " to " + request + " with " + headers + " "
                            + new String(body, UTF_8).strip());
        } catch (UncheckedIOException closedWhileSending) {
            // what is too large is not read to its end
        }
    }

    /** The connection may be closed without a word. */
    private void noRequest(String bytes) {
        try {
            campaign.visit("mistake").sendAsIs(bytes.getBytes(ISO_8859_1));
        } catch (IllegalStateException | UncheckedIOException noAnswer) {
            // it needs none
        }
    }
}
