package cl.observatory.reports.moderation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far others bear out what a report tells. */
@Schema(
        description =
                "UNASSESSED: nobody looked. LOW: it stands alone. MEDIUM: it fits what others told. HIGH: partners "
                        + "who do not depend on each other told the same, or it was told in several months.")
enum Confidence {
    UNASSESSED,
    LOW,
    MEDIUM,
    HIGH
}
