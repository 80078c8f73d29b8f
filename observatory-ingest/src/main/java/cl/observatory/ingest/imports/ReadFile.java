package cl.observatory.ingest.imports;

import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.release.DraftedRelease;
import java.util.List;

/**
 * What reading a file came to.
 *
 * @param bytes as it was sent
 * @param sha256 of the bytes as they were sent, lower-case hexadecimal
 * @param encoding that the text was read in; null when its format has its own
 * @param refused whether it must not be loaded as it is, which only a validation gets to see
 */
record ReadFile(
        long bytes,
        String sha256,
        Rows rows,
        String encoding,
        boolean refused,
        List<Conflicts.Group> conflicts,
        DraftedRelease release) {

    /**
     * @param received rows of data, each value of a wide table by itself; those that the profile leaves out not counted
     * @param dropped rows that the profile leaves out
     * @param filled zeros that the profile says the publisher leaves out
     */
    record Rows(long received, long accepted, long dropped, long filled) {}
}
