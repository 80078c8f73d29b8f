package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.SourceView;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CitedSource", description = "Where cited values come from, as it was then.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CitedSource(
        @Schema(description = "What the figures were used as.")
        SourceView.Role role,

        String dataset,
        Labels title,
        String publisher,
        @Schema(description = "The publisher's own title.") String publisherTitle,
        String licence,
        String url,

        @Schema(description = "OFFICIAL, DERIVED or COMMUNITY.")
        String officialStatus,

        @Schema(description = "Whether the figures were generated and describe nobody.")
        boolean synthetic,

        @Schema(description = "Id of the release that was read.")
        UUID release,

        @Schema(description = "Its place among the data set's releases.")
        int sequence,

        @Schema(description = "What it was published as: PROVISIONAL or DEFINITIVE.")
        String publishedAs,

        Instant publishedAt,

        @Schema(description = "Sum of the hashes of all rows of the release.")
        String checksum) {

    /** Those that had a release. */
    static List<CitedSource> of(List<SourceView> sources) {
        return sources.stream()
                .filter(source -> source.release() != null)
                .map(CitedSource::of)
                .toList();
    }

    private static CitedSource of(SourceView source) {
        SourceView.PinnedRelease release = source.release();
        return new CitedSource(
                source.role(),
                source.dataset(),
                source.title(),
                source.publisher(),
                source.publisherTitle(),
                source.licence(),
                source.url(),
                source.officialStatus(),
                source.synthetic(),
                release.id(),
                release.sequence(),
                release.publishedAs(),
                release.publishedAt(),
                release.checksum());
    }
}
