package cl.observatory.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What the service found when it went along its audit.
 *
 * @param text for a person
 */
public record AuditVerification(boolean intact, String text) {

    private static final String PATH = "/v1/audit/verification";

    /**
     * @param approver with a key that may read the audit
     * @param head an end of the chain that was kept elsewhere
     */
    public static AuditVerification of(ObservatoryClient approver, Optional<String> head) {
        return of(approver.get(PATH
                + head.map(kept -> "?head=" + URLEncoder.encode(kept, StandardCharsets.UTF_8))
                        .orElse("")));
    }

    static AuditVerification of(JsonNode answer) {
        boolean intact = answer.get("intact").asBoolean();
        String holds = answer.get("entries").asText();
        if (intact) {
            return new AuditVerification(
                    true, """
                    The audit is intact: %s entries.
                    Its end is %s
                    Keep that line where the database's administrators cannot write; with --head it shows later that
                    nothing up to it was changed.""".formatted(holds, answer.get("head").asText()));
        }
        JsonNode broken = answer.get("broken");
        return new AuditVerification(
                false,
                "The audit does NOT hold: entry %s is the first, %s. %s entries before it hold."
                        .formatted(
                                broken.get("sequence").asText(),
                                broken.get("cause").asText(),
                                holds));
    }
}
