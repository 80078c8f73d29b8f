package cl.observatory.acceptance;

import cl.observatory.local.client.ObservatoryClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.NoSuchElementException;

/** What a moderator does about one report: opens it, and decides. */
final class Moderation {

    private static final String REPORTS = "/v1/moderation/reports";

    private final ObservatoryClient moderator;
    private final String id;
    private JsonNode report;

    private Moderation(ObservatoryClient moderator, JsonNode report) {
        this.moderator = moderator;
        this.id = report.get("id").asText();
        this.report = report;
    }

    /** Opens what waits, the newest lane last, until it is the report with this text. */
    static Moderation find(ObservatoryClient moderator, String text) {
        for (JsonNode waiting :
                moderator.get(REPORTS + "?state=SCREENED&limit=100").get("items")) {
            Moderation moderation = new Moderation(moderator, waiting);
            if (moderation.open("TRIAGE").at("/contents/text").asText().equals(text)) {
                return moderation;
            }
        }
        throw new NoSuchElementException("no report that waits says so");
    }

    /** All that it says. */
    JsonNode open(String reason) {
        JsonNode opened = moderator.post(
                REPORTS + "/" + id + "/openings",
                JsonNodeFactory.instance.objectNode().put("reason", reason).toString());
        report = opened.get("report");
        return opened;
    }

    Moderation takeUp() {
        return decide("IN_REVIEW", JsonNodeFactory.instance.objectNode());
    }

    Moderation ask(String question) {
        return decide("NEEDS_INFO", JsonNodeFactory.instance.objectNode().put("message", question));
    }

    Moderation validate() {
        return decide("VALIDATED", JsonNodeFactory.instance.objectNode().put("confidence", "MEDIUM"));
    }

    private Moderation decide(String to, ObjectNode with) {
        report = moderator.postIfMatch(
                REPORTS + "/" + id + "/transitions",
                report.get("version").asText(),
                with.put("to", to).toString());
        return this;
    }

    String state() {
        return report.get("state").asText();
    }
}
