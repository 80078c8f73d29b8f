package cl.observatory.ingest.annotation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What an organization says beside a published figure of its own territory.")
record NewAnnotation(
        @Schema(description = "Data set whose figures it is about; or an indicator.") @Size(max = 60)
        String dataset,

        @Schema(description = "Indicator whose figures it is about; or a data set.") @Size(max = 100)
        String indicator,

        @Schema(description = "Code of the territory that the figures are of.", examples = "13101")
        @NotNull
        @Pattern(regexp = "CL|[0-9]{2}|[0-9]{3}|[0-9]{5}")
        String territory,

        @Schema(description = "First period.", examples = "2024-01") @NotNull @Size(max = 10)
        String periodFrom,

        @Schema(description = "Last period, of the same frequency.", examples = "2024-03") @NotNull @Size(max = 10)
        String periodTo,

        @NotNull @Valid Wording wording) {

    /** What an annotation is. */
    @Schema(name = "AnnotationKind", description = "A DISPUTE says that the figure is held to be wrong.")
    enum Kind {
        NOTE,
        DISPUTE
    }

    /** What can be said anew in another version. */
    @Schema(name = "AnnotationWording", description = "What is said. It is published: nothing about persons.")
    record Wording(
            @NotNull Kind kind,
            @NotNull @Valid Text text,

            @Schema(description = "Address of what it rests on.") @Pattern(regexp = "https?://[!-~]+") @Size(max = 500)
            String reference) {}

    /** No control characters but line ends, none that turn the direction of writing, and no markup. */
    @Schema(name = "AnnotationText", description = "Plain text, without markup.")
    record Text(
            @Schema(description = "In Spanish.") @NotBlank @Size(max = 2000) @Pattern(regexp = PLAIN)
            String es,

            @Schema(description = "In English.") @Size(min = 1, max = 2000) @Pattern(regexp = PLAIN)
            String en) {

        private static final String PLAIN = "(?![\\s\\S]*<[A-Za-z/!?])"
                + "[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u202A-\\u202E\\u2066-\\u2069]*";
    }
}
