package cl.observatory.query.series;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which earlier value a value is compared with. */
@Schema(name = "ChangeFrom")
public enum ChangeFrom {
    /** The value before it in the same answer, whatever lies between. */
    previous,
    /** That of the same period of the year before, also where that is not shown. */
    yearBefore
}
