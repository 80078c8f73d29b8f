package cl.observatory.local.client;

import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.Waiting;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;

/** What somebody's own program does who reports: asks what a report needs, sends one, and comes back with the receipt. */
public final class Reporting {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int NO_PROOF = 0;

    private final ObservatoryClient anyone;
    private final JsonNode form;

    public Reporting(ObservatoryClient anyone) {
        this.anyone = anyone;
        this.form = anyone.get("/v1/report-categories");
    }

    /** A report of this month that may be counted. */
    public ObjectNode report(String category, String commune, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", "OBSERVATION")
                .put("category", category)
                .put("commune", commune)
                .put("occurredMonth", YearMonth.now(CHILE).toString())
                .put("frequency", "WEEKLY")
                .put("trend", "INCREASING")
                .put("text", text)
                .put("consentToAggregate", true)
                .put("noticeVersion", form.get("noticeVersion").asText());
    }

    /** Sends a report, once the service knows the communes, which are told to it when a stack is new. */
    public JsonNode submit(ObjectNode report) {
        JsonNode[] submitted = new JsonNode[1];
        boolean known = Waiting.until(PATIENCE, () -> {
            try {
                submitted[0] = anyone.postInConfidence("/v1/reports", report.toString(), proofBits());
                return true;
            } catch (Refusal refused) {
                if (!refused.getMessage().contains("UNKNOWN_COMMUNE")) {
                    throw refused;
                }
                return false;
            }
        });
        if (!known) {
            throw new LocalStackException(
                    "The service of reports does not know the commune; see ./observatory logs reports-moderation.");
        }
        return submitted[0];
    }

    public JsonNode status(String receipt) {
        return withReceipt("/v1/reports/status", receipt);
    }

    public JsonNode changeReceipt(String receipt) {
        return withReceipt("/v1/reports/receipt-change", receipt);
    }

    public JsonNode withdraw(String receipt) {
        return withReceipt("/v1/reports/withdrawal", receipt);
    }

    /** Answers moderators, or adds something. */
    public JsonNode add(String receipt, String text) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("receipt", receipt)
                .put("text", text)
                .toString();
        return anyone.postInConfidence("/v1/reports/messages", body, proofBits());
    }

    private JsonNode withReceipt(String path, String receipt) {
        String body =
                JsonNodeFactory.instance.objectNode().put("receipt", receipt).toString();
        return anyone.postInConfidence(path, body, NO_PROOF);
    }

    private int proofBits() {
        return form.get("proofOfWorkBits").asInt();
    }
}
