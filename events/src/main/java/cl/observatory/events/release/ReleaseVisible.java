package cl.observatory.events.release;

import java.time.Instant;
import java.util.UUID;

/** A release can be read; sent by query, so that nobody is told of what is not there yet. */
public record ReleaseVisible(
        UUID releaseId,
        String datasetId,
        int sequence,
        String status,
        Instant publishedAt,
        long rows,
        String checksum) {

    public static final String TYPE = "cl.observatory.release.visible.v1";
}
