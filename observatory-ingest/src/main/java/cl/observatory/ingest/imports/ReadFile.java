package cl.observatory.ingest.imports;

import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.release.BatchWriter;
import java.util.List;

/**
 * What reading a file came to.
 *
 * @param bytes as it was sent
 * @param sha256 of the bytes as they were sent, lower-case hexadecimal
 * @param rowsReceived records behind the header
 */
record ReadFile(
        long bytes,
        String sha256,
        long rowsReceived,
        long rowsAccepted,
        List<Conflicts.Group> conflicts,
        BatchWriter.Written batches) {}
