package cl.observatory.ingest.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which cells are zero because the publisher leaves zeros out. */
@Schema(name = "ZeroFill")
public enum ZeroFill {
    /** Those of every territory of the data set's level that exists in the period. */
    ALL_TERRITORIES,
    /** Those of the territories that the file names at all. */
    TERRITORIES_OF_FILE
}
