package cl.observatory.ingest.release;

import java.util.UUID;

/**
 * What a file came to as a release to be.
 *
 * @param update what it does; a merge over nothing is full
 * @param basedOn the release that it was compared with, null when there was none
 * @param batches how many travel
 * @param rows in the batches that travel
 * @param file all rows of the file
 * @param whole the release as it would be
 */
public record DraftedRelease(
        Update update, UUID basedOn, int batches, long rows, Whole file, Whole whole, Changes changes) {

    /**
     * All rows of a release.
     *
     * @param checksum as {@link cl.observatory.events.release.ReleaseChecksum} makes it
     * @param firstPeriod null when there are no rows
     */
    public record Whole(long rows, String checksum, String firstPeriod, String lastPeriod) {}
}
