package cl.observatory.ingest.release;

import java.time.Instant;
import java.util.UUID;

/**
 * What a release to be is made of, as it was taken in.
 *
 * @param id of the import, and so of the release
 * @param status {@code PROVISIONAL} or {@code DEFINITIVE}
 */
public record Content(
        UUID id,
        String status,
        String changeNote,
        long rows,
        int batches,
        String checksum,
        String firstPeriod,
        String lastPeriod,
        String sourceSha256,
        String profile,
        int profileVersion,
        Instant retrievedAt,
        String territoriesVersion) {}
