package cl.observatory.ingest.imports;

import cl.observatory.ingest.access.Bindings;
import cl.observatory.ingest.release.Update;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file to be imported, its bytes left out.
 *
 * @param atomic whether one bad row refuses the whole file
 * @param update what it does to the release before
 * @param retrievedAt when the file was taken from its publisher
 * @param embargoUntil before which it is not published, or null
 * @param digest that the sender states of the bytes, or null
 * @param controls that the sender states of the content
 * @param idempotencyKey chosen by the caller, or null
 * @param bindings of the caller
 */
record NewImport(
        String datasetId,
        String profile,
        Status status,
        Mode mode,
        Atomic atomic,
        Update update,
        String changeNote,
        Instant retrievedAt,
        Instant embargoUntil,
        ContentDigest digest,
        ControlTotals controls,
        String idempotencyKey,
        String principal,
        Bindings bindings) {

    /** A file that is only tried, each row by itself. */
    static NewImport trial(String datasetId, String profile, Instant now, String principal, Bindings bindings) {
        return new NewImport(
                datasetId,
                profile,
                Status.PROVISIONAL,
                Mode.validate,
                Atomic.row,
                Update.full,
                null,
                now,
                null,
                null,
                new ControlTotals(null, null),
                null,
                principal,
                bindings);
    }

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

    /** What reading the file is for. */
    @Schema(name = "ImportMode")
    public enum Mode {
        /** It becomes an import that waits for a second person. */
        load,
        /** Nothing is kept: the answer says what the import would be. */
        validate
    }

    /**
     * What the sender knows of the content.
     *
     * @param rows how many rows of data there are, those that the profile leaves out not counted; null when not stated
     * @param sum of all values; null when not stated
     */
    record ControlTotals(Long rows, BigDecimal sum) {}

    /** What a bad row costs. */
    @Schema(name = "ImportAtomicity")
    public enum Atomic {
        /** The whole file is refused. */
        all,
        /** The row is left out and reported. */
        row
    }
}
