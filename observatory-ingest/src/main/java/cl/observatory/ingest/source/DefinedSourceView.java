package cl.observatory.ingest.source;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceDefined;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DefinedSource", description = "A publisher as it was registered.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DefinedSourceView(
        String id,
        long version,
        Labels labels,
        String publisher,
        List<FeedView> feeds,
        String cadence,
        String allowedDelay,
        String url,
        String contact,
        String licence) {

    @Schema(name = "DefinedSourceFeed", description = "A data set that its files fill.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedView(
            String dataset,
            String profile,

            @Schema(description = "Newest version of the profile when the source was defined.")
            int profileVersion,

            String format,

            @Schema(description = "Columns that the profile reads.")
            List<String> columns) {}

    static DefinedSourceView of(SourceDefined source) {
        return new DefinedSourceView(
                source.id(),
                source.version(),
                source.labels(),
                source.publisher(),
                source.feeds().stream()
                        .map(feed -> new FeedView(
                                feed.dataset(), feed.profile(), feed.profileVersion(), feed.format(), feed.columns()))
                        .toList(),
                source.cadence(),
                source.allowedDelay(),
                source.url(),
                source.contact(),
                source.licence());
    }
}
