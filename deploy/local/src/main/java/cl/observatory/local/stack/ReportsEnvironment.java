package cl.observatory.local.stack;

import cl.observatory.local.secret.ReportsSecrets;
import cl.observatory.local.secret.Secrets;
import cl.observatory.local.secret.StaffIssuer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What each role of community-reports is told; none is told where the secrets of another lie. */
final class ReportsEnvironment {

    private static final String ROLES = "REPORTS_ROLES";

    private final Secrets secrets;
    private final ReportsSecrets own;

    ReportsEnvironment(Secrets secrets) {
        this.secrets = secrets;
        this.own = secrets.reports();
    }

    Map<String, String> migration() {
        return Map.of(
                ROLES,
                "migration",
                // It serves nobody.
                "QUARKUS_HTTP_HOST_ENABLED",
                "false",
                "QUARKUS_MANAGEMENT_HOST_ENABLED",
                "false");
    }

    Map<String, String> intake() {
        Map<String, String> variables =
                new TreeMap<>(issuer("GATEWAY", "observatory-gateway", secrets.keySet(), "reports:relay"));
        variables.put(ROLES, "intake");
        variables.put("REPORTS_RECEIPT_KEY", own.receiptKey().toString());
        variables.put("REPORTS_LANE_KEY", own.laneKey().toString());
        variables.put(
                "REPORTS_SEALING_VERIFICATION_KEY", own.custodyVerificationKey().toString());
        return variables;
    }

    Map<String, String> moderation() {
        Map<String, String> variables =
                new TreeMap<>(issuer("STAFF", StaffIssuer.NAME, secrets.staff().keySet(), StaffIssuer.SCOPE));
        variables.put(ROLES, "moderation");
        variables.put("REPORTS_LANE_KEY", own.laneKey().toString());
        variables.put("REPORTS_SIGNAL_KEY", own.signalKey().toString());
        variables.put(
                "REPORTS_SEALING_VERIFICATION_KEY", own.custodyVerificationKey().toString());
        variables.put("REPORTS_CUSTODY_FOLDER", own.custody().toString());
        variables.put("REPORTS_CUSTODY_SIGNING_KEY", own.custodySigningKey().toString());
        variables.put("REPORTS_FILING_SIGNING_KEY", own.filingSigningKey().toString());
        return variables;
    }

    /** Whose tokens the role believes, and for what alone. */
    private static Map<String, String> issuer(String name, String claim, Path keys, String scope) {
        String prefix = "REPORTS_IDENTITY_ISSUERS_" + name;
        return Map.of(
                prefix + "_ISSUER", claim,
                prefix + "_KEYS", keys.toUri().toString(),
                prefix + "_SCOPES", scope);
    }
}
