package cl.observatory.events.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A release no longer holds. Withdrawn for an error, it stays readable as what was said at its time; withdrawn for a
 * disclosure, every reader removes it, and never takes its batches again.
 *
 * @param sequence of the release
 * @param publishedAt of the release
 * @param reason {@code ERROR} or {@code DISCLOSURE}
 * @param note for readers, absent for a disclosure: it could disclose once more
 */
public record ReleaseWithdrawn(
        UUID releaseId,
        String datasetId,
        int sequence,
        Instant publishedAt,
        Instant withdrawnAt,
        String reason,
        String note) {

    public static final String TYPE = "cl.observatory.release.withdrawn.v1";

    public static final String ERROR = "ERROR";
    public static final String DISCLOSURE = "DISCLOSURE";

    /** Whether everything of the release is to be removed. */
    public boolean discloses() {
        return DISCLOSURE.equals(reason);
    }
}
