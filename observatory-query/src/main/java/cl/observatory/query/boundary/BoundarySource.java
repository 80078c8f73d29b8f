package cl.observatory.query.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BoundarySource", description = "Where shapes come from.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BoundarySource(
        String edition,
        long version,

        @Schema(description = "First day that the boundaries are of.")
        LocalDate validFrom,

        String publisher,

        @Schema(description = "The publisher's own title.") String title,

        String licence,

        @Schema(description = "What a map that shows them has to say; absent when nothing is asked for.")
        String attribution,

        String url,

        @Schema(description = "Of the publisher's file.") String sourceSha256,

        @Schema(description = "Whether they were generated and are nobody's.")
        boolean synthetic,

        Instant publishedAt) {

    static BoundarySource of(BoundariesPublished boundaries) {
        BoundariesPublished.Source source = boundaries.source();
        return new BoundarySource(
                boundaries.edition(),
                boundaries.version(),
                boundaries.validFrom(),
                source.publisher(),
                source.title(),
                source.licence(),
                source.attribution(),
                source.url(),
                source.sha256(),
                boundaries.synthetic(),
                boundaries.publishedAt());
    }
}
