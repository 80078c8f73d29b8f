package cl.observatory.events.release;

import cl.observatory.events.reference.DatasetDefined;
import java.time.Instant;
import java.util.UUID;

/**
 * A release of a data set is complete: a reader that holds this many batches and rows may show it once the checksum
 * agrees. The batches of a full release are all of its rows; those of a merge are the rows in which it differs from the
 * release that it is based on, whose other rows it keeps.
 *
 * @param sequence place among the data set's releases, from 1 without gaps
 * @param status {@code PROVISIONAL} or {@code DEFINITIVE}
 * @param rows in its batches
 * @param checksum {@link ReleaseChecksum} over all rows of the release, lower-case hexadecimal
 * @param firstPeriod first period with a row, as SDMX writes it
 * @param sourceSha256 of the file as it was sent
 * @param profile name of the import profile that read it
 * @param territoriesVersion the table of territories that its codes were checked against
 * @param update {@code FULL} or {@code MERGE}; events of before there were merges say nothing, and are full
 * @param basedOn the release that a merge is laid over; for a full release the one it was compared with, absent when it
 *     is the data set's first
 * @param totalRows of the whole release
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
        DatasetDefined dataset,
        String update,
        UUID basedOn,
        Long totalRows) {

    public static final String TYPE = "cl.observatory.release.published.v1";

    public static final String FULL = "FULL";
    public static final String MERGE = "MERGE";

    public ReleasePublished {
        update = update == null ? FULL : update;
        totalRows = totalRows == null ? Long.valueOf(rows) : totalRows;
    }

    /** A full release that was compared with none. */
    public ReleasePublished(
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
        this(
                releaseId,
                datasetId,
                sequence,
                status,
                publishedAt,
                changeNote,
                rows,
                batches,
                checksum,
                firstPeriod,
                lastPeriod,
                sourceSha256,
                profile,
                profileVersion,
                retrievedAt,
                territoriesVersion,
                dataset,
                FULL,
                null,
                rows);
    }

    /** Whether it is laid over another release. */
    public boolean merges() {
        return MERGE.equals(update);
    }
}
