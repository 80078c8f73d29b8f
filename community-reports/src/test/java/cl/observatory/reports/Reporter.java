package cl.observatory.reports;

import cl.observatory.reports.envelope.Envelope;
import cl.observatory.reports.proof.Work;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody who has something to tell, on a client that does as the guide says. */
public final class Reporter {

    public static final String REPORTS = "/v1/reports";
    public static final String RECEIPT = "([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reporter() {}

    /** A report that is taken. */
    public static Map<String, Object> report() {
        Map<String, Object> report = new HashMap<>();
        report.put("kind", "OBSERVATION");
        report.put("category", "EXTORTION");
        report.put("commune", Places.LO_ESPEJO);
        report.put("occurredMonth", YearMonth.now(ZoneId.of("America/Santiago")).toString());
        report.put("frequency", "WEEKLY");
        report.put("trend", "INCREASING");
        report.put("affectedGroups", List.of("SHOPKEEPERS"));
        report.put("text", "Cobran a los locales de la feria todos los viernes.");
        report.put("consentToAggregate", true);
        report.put("noticeVersion", "1");
        return report;
    }

    /** A report with another value in one field; null leaves it out. */
    public static Map<String, Object> report(String field, Object value) {
        Map<String, Object> report = report();
        report.put(field, value);
        return report;
    }

    public static String key() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Files a report; its receipt. */
    public static String submits(Map<String, Object> report) {
        return submit(report).statusCode(201).extract().path("receipt");
    }

    public static ValidatableResponse submit(Map<String, Object> report) {
        return submit(report, key(), Work.proof("POST /v1/reports"));
    }

    public static ValidatableResponse submit(Map<String, Object> report, String key, String proof) {
        Places.publish();
        return post(Caller.anybody().header("Idempotency-Key", key).header("Proof-Of-Work", proof), REPORTS, report);
    }

    public static ValidatableResponse status(String receipt) {
        return post(Caller.anybody(), REPORTS + "/status", Map.of("receipt", receipt));
    }

    public static ValidatableResponse withdraw(String receipt) {
        return post(Caller.anybody(), REPORTS + "/withdrawal", Map.of("receipt", receipt));
    }

    public static ValidatableResponse add(String receipt, String text) {
        return add(receipt, text, key(), Work.proof("POST /v1/reports/messages"));
    }

    public static ValidatableResponse add(String receipt, String text, String key, String proof) {
        return post(
                Caller.anybody().header("Idempotency-Key", key).header("Proof-Of-Work", proof),
                REPORTS + "/messages",
                Map.of("receipt", receipt, "text", text));
    }

    public static ValidatableResponse changeReceipt(String receipt, String key) {
        return post(
                Caller.anybody().header("Idempotency-Key", key),
                REPORTS + "/receipt-change",
                Map.of("receipt", receipt));
    }

    /** Sends a body of the one size. */
    public static ValidatableResponse post(RequestSpecification caller, String path, Object body) {
        return caller.contentType(ContentType.JSON)
                .body(padded(body))
                .post(path)
                .then();
    }

    public static byte[] padded(Object body) {
        try {
            byte[] json = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            byte[] padded = Arrays.copyOf(json, Math.max(json.length, Envelope.SIZE));
            Arrays.fill(padded, json.length, padded.length, (byte) ' ');
            return padded;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
