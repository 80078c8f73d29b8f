package cl.observatory.ingest.alertrule;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How values are judged. */
@Schema(
        name = "AlertMethod",
        description =
                "BASELINE: against a prediction bound that the same time of earlier years gives; CUSUM: by the sum of "
                        + "what lies above the expectation; THRESHOLD: against a number; NEW_RELEASE: every new release.")
enum AlertMethod {
    BASELINE,
    CUSUM,
    THRESHOLD,
    NEW_RELEASE;

    /** Whether it needs counts, whose chance is known, and a reference of earlier years. */
    boolean countsCases() {
        return this == BASELINE || this == CUSUM;
    }
}
