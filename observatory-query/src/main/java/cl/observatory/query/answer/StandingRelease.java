package cl.observatory.query.answer;

import cl.observatory.events.release.ReleasePublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A release as it stands now.
 *
 * @param withdrawal null for one that was not withdrawn
 */
public record StandingRelease(ReleasePublished published, Status status, Withdrawal withdrawal) {

    /** What a release is by now. */
    @Schema(name = "ReleaseStatus")
    public enum Status {
        /** It holds, and its publisher may still revise it. */
        PROVISIONAL,
        /** It holds. */
        DEFINITIVE,
        /** A newer one holds. */
        SUPERSEDED,
        /** It was taken back. */
        WITHDRAWN;

        /**
         * @param published {@code PROVISIONAL} or {@code DEFINITIVE}
         */
        public static Status of(String published, boolean superseded, boolean withdrawn) {
            if (withdrawn) {
                return WITHDRAWN;
            }
            return superseded ? SUPERSEDED : valueOf(published);
        }
    }

    @Schema(name = "ReleaseWithdrawal", description = "That a release was taken back, and why.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Withdrawal(
            @Schema(
                    description =
                            "ERROR: its figures are wrong. DISCLOSURE: it told what must not be told, and was removed.")
            String reason,

            @Schema(description = "What is wrong with it.") String note,

            Instant withdrawnAt) {}
}
