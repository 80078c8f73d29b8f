package cl.observatory.acceptance.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.local.client.ObservatoryClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A moderator decides about one report, and somebody looks at what that left behind. */
final class Desk {

    private static final String REPORTS = "/v1/moderation/reports/";

    private final FaultyStack stack;
    private final String id;
    private String version;

    private Desk(FaultyStack stack, String id) {
        this.stack = stack;
        this.id = id;
    }

    /** Opens a report and takes it up. */
    static Desk with(FaultyStack stack, String id) {
        Desk desk = new Desk(stack, id);
        ObservatoryClient moderator = stack.moderator();
        JsonNode opened = moderator.post(REPORTS + id + "/openings", "{\"reason\": \"TRIAGE\"}");
        desk.version = opened.at("/report/version").asText();
        desk.decide(moderator, "IN_REVIEW", JsonNodeFactory.instance.objectNode());
        return desk;
    }

    /** Finds it valid, so that it is counted. Once more with the same version when it failed. */
    void validate() {
        decide(
                stack.moderator(),
                "VALIDATED",
                JsonNodeFactory.instance.objectNode().put("confidence", "LOW"));
    }

    private void decide(ObservatoryClient moderator, String to, ObjectNode with) {
        JsonNode report = moderator.postIfMatch(
                REPORTS + id + "/transitions", version, with.put("to", to).toString());
        version = report.get("version").asText();
        assertEquals(to, report.get("state").asText());
    }

    String state() {
        return stack.store()
                .strings("select state from report where id = '" + id + "'")
                .getFirst();
    }

    /** The transaction that changed the sums of this month last. */
    static String lastCount(FaultyStack stack) {
        return stack.store()
                .strings("select xmin::text from month_tally order by month desc limit 1")
                .getFirst();
    }

    /** The transactions that put the report into its state. */
    List<String> changed() {
        return stack.store().strings("select xmin::text from report where id = '" + id + "'");
    }

    /** The transactions that say so in the audit, one for each entry. */
    List<String> recorded() {
        return stack.store()
                .strings("select xmin::text from audit_entry where action = 'REPORT_VALIDATED' and subject = '"
                        + "moderation/reports/" + id + "'");
    }
}
