package cl.observatory.query.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why nothing at all can be read. */
@Schema(name = "ProfileMissingReason")
enum Missing {
    /** There is no indicator of that kind. */
    NO_INDICATOR,
    /** The data set had no release at the instant. */
    NO_RELEASE,
    /** The release that held at the instant was removed, because it told what must not be told. */
    RELEASE_REMOVED
}
