package cl.observatory.ingest.imports;

import cl.observatory.ingest.access.Bindings;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file to be imported, its bytes left out.
 *
 * @param atomic whether one bad row refuses the whole file
 * @param retrievedAt when the file was taken from its publisher
 * @param idempotencyKey chosen by the caller, or null
 * @param bindings of the caller
 */
record NewImport(
        String datasetId,
        String profile,
        Status status,
        Atomic atomic,
        String changeNote,
        Instant retrievedAt,
        String idempotencyKey,
        String principal,
        Bindings bindings) {

    /** Status of the release that it becomes. */
    @Schema(name = "NewReleaseStatus")
    public enum Status {
        PROVISIONAL("P"),
        DEFINITIVE("A");

        private final String ofValues;

        Status(String ofValues) {
            this.ofValues = ofValues;
        }

        /** SDMX status of a value for which the file states none. */
        String ofValues() {
            return ofValues;
        }
    }

    /** What a bad row costs. */
    @Schema(name = "ImportAtomicity")
    public enum Atomic {
        /** The whole file is refused. */
        all,
        /** The row is left out and reported. */
        row
    }
}
