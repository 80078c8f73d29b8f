package cl.observatory.ingest.annotation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What somebody of another organization decides about an annotation that waits.")
record NewModeration(
        @Schema(description = "PUBLISH shows it beside the figure; REJECT ends it.") @NotNull
        Decision decision,

        @Schema(description = "Why, for the organization that wrote it.") @Size(max = 2000)
        String note) {

    /** What a moderator can say. */
    @Schema(name = "AnnotationDecision")
    enum Decision {
        PUBLISH,
        REJECT
    }
}
