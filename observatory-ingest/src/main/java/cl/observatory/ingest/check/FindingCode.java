package cl.observatory.ingest.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule found, or why it could not look. The words stand beside those of the service's problems. */
@Schema(name = "CheckFindingCode")
public enum FindingCode {
    OUTSIDE_DOMAIN,
    TOTAL_DIFFERS,
    CONTROL_TOTAL_DIFFERS,
    CONTROL_TOTAL_WITHOUT_VALUES,
    TERRITORIES_MISSING,
    PERIODS_MISSING,
    CELLS_MISSING,
    FAR_FROM_HISTORY,
    PAST_REVISED,
    FUTURE_VALUES,
    OUTSIDE_PERIODS,
    NO_CURRENT_RELEASE,
    TOO_LITTLE_HISTORY,
    NOTHING_TO_COMPARE
}
