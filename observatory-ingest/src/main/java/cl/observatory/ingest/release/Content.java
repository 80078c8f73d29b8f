package cl.observatory.ingest.release;

import java.time.Instant;
import java.util.UUID;

/**
 * What a release to be is made of, as it was taken in.
 *
 * @param id of the import, and so of the release
 * @param status {@code PROVISIONAL} or {@code DEFINITIVE}
 * @param basedOn the release that it was compared with, null when there was none
 * @param rows in its batches
 * @param whole all rows of the release
 */
public record Content(
        UUID id,
        String status,
        String changeNote,
        Update update,
        UUID basedOn,
        long rows,
        int batches,
        DraftedRelease.Whole whole,
        String sourceSha256,
        String profile,
        int profileVersion,
        Instant retrievedAt,
        String territoriesVersion) {}
