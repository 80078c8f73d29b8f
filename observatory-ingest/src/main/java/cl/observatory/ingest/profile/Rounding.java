package cl.observatory.ingest.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How values are made as precise as their data set. */
@Schema(name = "Rounding")
public enum Rounding {
    /** To the nearest; halves to the even neighbour. */
    HALF_EVEN
}
