package cl.observatory.query.measure;

import cl.observatory.query.cube.ObsStatus;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a value is not to be compared with others of its indicator. */
@Schema(
        name = "NotComparable",
        description =
                "NO_VALUE: there is none; UNRELIABLE: an estimate that is not to be used; PARTIAL_PERIOD: it is made "
                        + "of fewer months than the period has; INCOMPLETE: too many of its cells, or of its people, are missing; "
                        + "AFTER_BREAK: it is the first that was made in another way than those before.")
public enum NotComparable {
    NO_VALUE,
    UNRELIABLE,
    PARTIAL_PERIOD,
    INCOMPLETE,
    AFTER_BREAK;

    static List<NotComparable> of(Measure measure) {
        if (measure.value() == null) {
            return List.of(NO_VALUE);
        }
        List<NotComparable> reasons = new ArrayList<>();
        if (measure.isUnreliable()) {
            reasons.add(UNRELIABLE);
        }
        if (measure.isPartial()) {
            reasons.add(PARTIAL_PERIOD);
        }
        if (measure.isFarFromComplete()) {
            reasons.add(INCOMPLETE);
        }
        if (measure.status() == ObsStatus.B || measure.flags().contains(ObsStatus.B)) {
            reasons.add(AFTER_BREAK);
        }
        return reasons;
    }
}
