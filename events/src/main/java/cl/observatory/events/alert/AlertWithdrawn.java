package cl.observatory.events.alert;

import java.time.Instant;
import java.util.UUID;

/**
 * A release that an alert speaks of was taken back. For a {@link #DISCLOSURE} whoever holds the alert deletes it.
 *
 * @param reason {@value #ERROR} or {@value #DISCLOSURE}
 * @param withdrawnAt when the release was
 */
public record AlertWithdrawn(UUID alertId, String datasetId, UUID releaseId, String reason, Instant withdrawnAt) {

    public static final String TYPE = "cl.observatory.alert.withdrawn.v1";

    public static final String ERROR = "ERROR";
    public static final String DISCLOSURE = "DISCLOSURE";
}
