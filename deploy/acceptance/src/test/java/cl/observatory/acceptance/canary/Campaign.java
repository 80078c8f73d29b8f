package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Many people file reports, come back, add and withdraw; all that a client can send bears marks of its own. */
final class Campaign {

    static final int BODY_SIZE = 16_384;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REPORTS = "POST /v1/reports";
    private static final List<String> CATEGORIES =
            List.of("EXTORTION", "DRUG_SALE_POINT", "CHILD_RECRUITMENT", "SERVICE_GAP", "CYBER_FRAUD");

    private final URI gateway;
    private final Words words;
    private final Work work;
    private final int network = 100 + new Random().nextInt(100);
    private int visits;

    Campaign(URI gateway, Words words, Work work) {
        this.gateway = gateway;
        this.words = words;
        this.work = work;
    }

    /**
     * A report that was taken.
     *
     * @param said the mark in its text
     */
    record Filed(String receipt, String said) {}

    List<Filed> file(int count) {
        List<Filed> filed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filed.add(file("report " + i, CATEGORIES.get(i % CATEGORIES.size())));
        }
        return filed;
    }

    private Filed file(String who, String category) {
        String said = words.next("text of " + who);
        Visit.Answer answer = send(who, category, text(who, said));
        assertEquals(201, answer.status(), answer.text());
        return new Filed(words.receipt("receipt of " + who, parsed(answer)), said);
    }

    Visit.Answer send(String who, String category, String text) {
        Map<String, String> headers = headers(who);
        headers.put("Idempotency-Key", idempotencyKey(who));
        headers.put("Proof-Of-Work", work.proof(REPORTS, words.next("proof of " + who)));
        return visit(who).send(REPORTS, headers, padded(report(category, text)));
    }

    /** An organization files for somebody, who then takes the report over. */
    Filed relay(String who, String partnerKey) {
        String said = words.next("text of " + who);
        Map<String, String> headers = headers(who);
        headers.put("X-API-Key", partnerKey);
        headers.put("Idempotency-Key", idempotencyKey(who));
        Visit.Answer relayed = visit(who)
                .send(
                        "POST /v1/relayed-reports",
                        headers,
                        padded(Map.of("channel", "ASSEMBLY", "report", report("EXTORTION", text(who, said)))));
        assertEquals(201, relayed.status(), relayed.text());
        String first = words.receipt("first receipt of " + who, parsed(relayed));
        headers = headers(who);
        headers.put("Idempotency-Key", idempotencyKey(who));
        Visit.Answer changed =
                visit(who).send("POST /v1/reports/receipt-change", headers, padded(Map.of("receipt", first)));
        assertEquals(200, changed.status(), changed.text());
        return new Filed(words.receipt("second receipt of " + who, parsed(changed)), said);
    }

    private String idempotencyKey(String who) {
        return words.next("idempotency key of " + who) + words.next("end of the key of " + who);
    }

    /** What must be kept from everybody, and what must not even be sealed. */
    private String text(String who, String said) {
        return "Cobran en la feria %s. Escriban a %s@correo.example o vean https://%s.example/%s, fono %s, RUT %s."
                .formatted(
                        said,
                        words.next("e-mail in " + who),
                        words.next("host in " + who),
                        words.next("path in " + who),
                        words.mobile("telephone in " + who),
                        words.rut("RUT in " + who));
    }

    static Map<String, Object> report(String category, String text) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("kind", "OBSERVATION");
        report.put("category", category);
        report.put("commune", "13116");
        report.put("occurredMonth", YearMonth.now(ZoneId.of("America/Santiago")).toString());
        report.put("frequency", "WEEKLY");
        report.put("trend", "INCREASING");
        report.put("text", text);
        report.put("consentToAggregate", true);
        report.put("happeningNow", false);
        report.put("noticeVersion", "1");
        return report;
    }

    /** Everything that a browser, a proxy or somebody who tries things would send along. */
    Map<String, String> headers(String who) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Mozilla/5.0 (" + words.next("User-Agent of " + who) + ")");
        headers.put("Accept-Language", "es-CL, es;q=0.9, " + language(who) + ";q=0.1");
        headers.put("Cookie", "session=" + words.next("Cookie of " + who));
        headers.put("Referer", "https://" + words.next("Referer of " + who) + ".example/");
        headers.put("X-Forwarded-For", "_" + words.next("X-Forwarded-For of " + who));
        headers.put("Forwarded", "for=_" + words.next("Forwarded of " + who));
        headers.put("X-Real-IP", words.next("X-Real-IP of " + who));
        headers.put("X-Request-Id", words.next("X-Request-Id of " + who));
        headers.put(
                "traceparent",
                "00-" + words.hex("trace of " + who, 32) + "-" + words.hex("span of " + who, 16) + "-01");
        headers.put("X-" + words.next("name of a header of " + who), words.next("header of " + who));
        return headers;
    }

    /** A language has subtags of eight characters at the most. */
    private String language(String who) {
        String word = words.next("half of the language of " + who);
        return words.mark("language of " + who, "zz-" + word.substring(0, 8) + "-" + word.substring(8));
    }

    /** From an address of one's own, as of one's own house. */
    Visit visit(String who) {
        visits++;
        String address = "127.%d.%d.%d".formatted(network, 100 + visits / 100, 100 + visits % 100);
        return new Visit(gateway, words.mark("address of " + who, address));
    }

    void add(Filed to, String who) {
        Map<String, String> headers = headers(who);
        headers.put("Idempotency-Key", idempotencyKey(who));
        headers.put("Proof-Of-Work", work.proof("POST /v1/reports/messages", words.next("proof of " + who)));
        Map<String, Object> addition = Map.of("receipt", to.receipt(), "text", text(who, words.next("text of " + who)));
        Visit.Answer answer = visit(who).send("POST /v1/reports/messages", headers, padded(addition));
        assertEquals(201, answer.status(), answer.text());
    }

    JsonNode status(Filed of, String who) {
        Visit.Answer answer =
                visit(who).send("POST /v1/reports/status", headers(who), padded(Map.of("receipt", of.receipt())));
        assertEquals(200, answer.status(), answer.text());
        return parsed(answer);
    }

    void withdraw(Filed what, String who) {
        Visit.Answer answer =
                visit(who).send("POST /v1/reports/withdrawal", headers(who), padded(Map.of("receipt", what.receipt())));
        assertEquals(2, answer.status() / 100, answer.text());
    }

    static JsonNode parsed(Visit.Answer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (IOException failed) {
            throw new IllegalStateException("no JSON: " + answer.text(), failed);
        }
    }

    static byte[] padded(Map<String, Object> body) {
        try {
            return padded(JSON.writeValueAsString(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] padded(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        byte[] padded = Arrays.copyOf(bytes, BODY_SIZE);
        Arrays.fill(padded, Math.min(bytes.length, BODY_SIZE), BODY_SIZE, (byte) ' ');
        return padded;
    }
}
