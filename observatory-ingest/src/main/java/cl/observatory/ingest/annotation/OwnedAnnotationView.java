package cl.observatory.ingest.annotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "OwnedAnnotation", description = "An annotation with everything that was ever said and decided.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnedAnnotationView(
        UUID id,
        String dataset,
        String indicator,
        String territory,
        String periodFrom,
        String periodTo,

        @Schema(description = "Who says so.") String organization,

        @Schema(description = "Of the last wording; name it in If-Match to say it anew.")
        int version,

        @Schema(description = "Where the last wording is.") AnnotationState state,

        @Schema(description = "The version that readers see; absent when they see none.")
        Integer shownVersion,

        @Schema(description = "The oldest first.") List<VersionView> versions) {

    @Schema(name = "AnnotationVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int version,
            NewAnnotation.Kind kind,
            NewAnnotation.Text text,
            String reference,
            AnnotationState state,
            String submittedBy,
            Instant submittedAt,
            String decidedBy,
            Instant decidedAt,
            @Schema(description = "Why it was decided so.") String note) {

        static VersionView of(AnnotationVersion version) {
            return new VersionView(
                    version.version(),
                    version.kind(),
                    new NewAnnotation.Text(version.textEs(), version.textEn()),
                    version.reference(),
                    version.state(),
                    version.submittedBy(),
                    version.submittedAt(),
                    version.decidedBy(),
                    version.decidedAt(),
                    version.decisionNote());
        }
    }

    static OwnedAnnotationView of(Annotations.Status status) {
        Annotation annotation = status.annotation();
        return new OwnedAnnotationView(
                annotation.id(),
                annotation.datasetId(),
                annotation.indicatorCode(),
                annotation.territory(),
                annotation.periodFrom(),
                annotation.periodTo(),
                annotation.organization(),
                annotation.lastVersion(),
                status.versions().getLast().state(),
                status.versions().stream()
                        .filter(version -> version.state() == AnnotationState.PUBLISHED)
                        .map(AnnotationVersion::version)
                        .findFirst()
                        .orElse(null),
                status.versions().stream().map(VersionView::of).toList());
    }
}
