package cl.observatory.events.release;

import cl.observatory.events.reference.DatasetDefined;
import java.time.Instant;
import java.util.UUID;

/**
 * A release of a data set is complete: a reader that holds this many batches and rows with this checksum may show it.
 *
 * @param sequence place among the data set's releases, from 1 without gaps
 * @param status {@code PROVISIONAL} or {@code DEFINITIVE}
 * @param checksum {@link ReleaseChecksum} over all rows, lower-case hexadecimal
 * @param firstPeriod first period with a row, as SDMX writes it
 * @param sourceSha256 of the file as it was sent
 * @param profile name of the import profile that read it
 * @param territoriesVersion the table of territories that its codes were checked against
 */
public record ReleasePublished(
        UUID releaseId,
        String datasetId,
        int sequence,
        String status,
        Instant publishedAt,
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
        String territoriesVersion,
        DatasetDefined dataset) {

    public static final String TYPE = "cl.observatory.release.published.v1";
}
