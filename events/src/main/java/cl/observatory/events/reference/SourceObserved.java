package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.time.Instant;
import java.util.List;

/**
 * A file of a source was taken in, or no longer has the shape that its profile reads. Only what changes is told: a second
 * file with the same difference is not.
 *
 * @param version counts up for each data set and profile
 * @param state {@code DELIVERED} or {@code CHANGED_SHAPE}
 * @param since when it became so
 * @param delivery the last file that was taken in, absent when there was none
 * @param differences what differs from what the profile reads; empty when the last file was taken in
 */
public record SourceObserved(
        String dataset,
        String profile,
        long version,
        String state,
        Instant since,
        Delivery delivery,
        List<Difference> differences) {

    public static final String TYPE = "cl.observatory.source.observed.v1";

    public static final String DELIVERED = "DELIVERED";
    public static final String CHANGED_SHAPE = "CHANGED_SHAPE";

    /**
     * A file that was taken in.
     *
     * @param retrievedAt when it was taken from its publisher
     * @param sha256 of the file as it was sent, lower-case hexadecimal
     * @param columns names in its header, the first of them when there are many
     */
    public record Delivery(
            Instant takenAt,
            Instant retrievedAt,
            String sha256,
            long bytes,
            int profileVersion,
            List<String> columns,
            String firstPeriod,
            String lastPeriod) {}

    /**
     * One difference. A column that is not expected is counted and not named: where a header has moved, what stands in
     * its place can be about people.
     *
     * @param code of the conflict, for example {@code MISSING_COLUMN}
     */
    public record Difference(String code, Labels words) {}
}
