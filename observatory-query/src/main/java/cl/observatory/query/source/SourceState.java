package cl.observatory.query.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a source stands, the worst first. */
@Schema(name = "SourceState")
enum SourceState {
    /** Its last file did not have the shape that its profile reads. */
    CHANGED_SHAPE,
    /** The next period should have been published by now. */
    LATE,
    /** No file of it was ever taken in. */
    NEVER_DELIVERED,
    ON_TIME
}
