package cl.observatory.query.annotation;

import cl.observatory.events.annotation.AnnotationPublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Annotation",
        description =
                "What an organization says beside a figure of its own territory. The figure does not change by it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnnotationView(
        UUID id,

        @Schema(description = "Of the wording; a new one replaces it.")
        int version,

        Kind kind,

        @Schema(description = "Who says so.") String organization,

        @Schema(description = "Data set whose figures it is about; absent when it is about an indicator.")
        String dataset,

        @Schema(description = "Indicator whose figures it is about; absent when it is about a data set.")
        String indicator,

        @Schema(description = "Code of the territory that the figures are of.")
        String territory,

        String periodFrom,
        String periodTo,

        @Schema(description = "Plain text, in the language asked for when there is one; never markup.")
        String text,

        @Schema(description = "Language of the text.", examples = "es")
        String language,

        @Schema(description = "Address of what it rests on.")
        String reference,

        Instant publishedAt) {

    /** What an annotation is. */
    @Schema(name = "AnnotationKind", description = "A DISPUTE says that the figure is held to be wrong.")
    public enum Kind {
        NOTE,
        DISPUTE
    }

    static AnnotationView of(AnnotationPublished annotation, Locale language) {
        boolean english =
                language.getLanguage().equals("en") && annotation.text().en() != null;
        return new AnnotationView(
                annotation.id(),
                annotation.version(),
                Kind.valueOf(annotation.kind()),
                annotation.organization(),
                annotation.dataset(),
                annotation.indicator(),
                annotation.territory(),
                annotation.periodFrom(),
                annotation.periodTo(),
                english ? annotation.text().en() : annotation.text().es(),
                english ? "en" : "es",
                annotation.reference(),
                annotation.at());
    }
}
