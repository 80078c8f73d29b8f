package cl.observatory.ingest.disclosure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a data set is kept from telling too much. */
@Schema(name = "DatasetDisclosure")
public enum Disclosure {
    /** Its publisher shows every cell, and so does the observatory. */
    SOURCE_PUBLIC,
    /** It comes under an agreement: the tables of its plan are served, small counts hidden, and nothing else. */
    RESTRICTED
}
