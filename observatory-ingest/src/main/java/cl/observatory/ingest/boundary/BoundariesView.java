package cl.observatory.ingest.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PublishedBoundaries", description = "An edition of boundaries as readers were told of it.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoundariesView(
        String edition,

        @Schema(description = "Counts up with each change; name it in If-Match to change the edition.")
        long version,

        LocalDate validFrom,
        String publisher,
        String title,
        String licence,
        String attribution,
        String url,

        @Schema(description = "Of the file as it came, SHA-256.")
        String sha256,

        boolean synthetic,

        @Schema(description = "Communes of that day without a shape: maps list them and do not draw them.")
        List<String> missing,

        @Schema(description = "Communes whose shape crossed itself and was mended.")
        List<String> repaired,

        @Schema(
                description =
                        "Communes whose edges do not meet those of their neighbours everywhere in the file: gaps or "
                                + "overlaps remain there.")
        List<String> unmatched,

        Instant publishedAt) {

    static BoundariesView of(BoundariesPublished boundaries) {
        return new BoundariesView(
                boundaries.edition(),
                boundaries.version(),
                boundaries.validFrom(),
                boundaries.source().publisher(),
                boundaries.source().title(),
                boundaries.source().licence(),
                boundaries.source().attribution(),
                boundaries.source().url(),
                boundaries.source().sha256(),
                boundaries.synthetic(),
                boundaries.missing(),
                boundaries.repaired(),
                boundaries.unmatched(),
                boundaries.publishedAt());
    }
}
