package cl.observatory.query.source;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.reference.SourceObserved;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegisteredSource", description = "A publisher whose files are expected, and how it stands.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisteredSourceView(
        String id,
        long version,
        Labels labels,
        String publisher,

        @Schema(description = "How often it publishes, as an ISO 8601 duration.", examples = "P1M")
        String cadence,

        @Schema(description = "How long after the end of a period its file may take before it is late.")
        String allowedDelay,

        @Schema(description = "Where it offers its files.") String url,

        @Schema(description = "Page or mailbox of an office.")
        String contact,

        String licence,

        @Schema(description = "The worst state among its data sets.")
        SourceState state,

        @Schema(description = "When that state began; absent when it is on time, or never delivered.")
        Instant since,

        List<FeedView> feeds) {

    @Schema(name = "SourceFeed", description = "A data set that its files fill, and how it stands with it.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FeedView(
            String dataset,
            ShapeView expectedShape,
            SourceState state,

            @Schema(description = "When the state began; absent when it is on time, or never delivered.")
            Instant since,

            @Schema(
                    description = "The last period that was published; where nothing is published yet, that was "
                            + "delivered.")
            String lastPeriod,

            @Schema(description = "When figures behind the last period are due.")
            Instant expectedBy,

            @Schema(description = "The last file that was taken in; absent when there was none.")
            DeliveryView lastDelivery,

            @Schema(description = "What differs from the expected shape; empty unless the shape has changed.")
            List<DifferenceView> differences) {}

    @Schema(name = "SourceShape", description = "How its files are expected to look.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ShapeView(
            @Schema(description = "What the publisher sends.", examples = "CSV")
            String format,

            @Schema(description = "Import profile that reads its files.")
            String profile,

            int profileVersion,

            @Schema(description = "Columns that the profile reads.")
            List<String> columns) {}

    @Schema(name = "SourceDelivery", description = "A file that was taken in.")
    record DeliveryView(
            Instant takenAt,

            @Schema(description = "When it was taken from its publisher.")
            Instant retrievedAt,

            @Schema(description = "Of the file as it was sent.")
            String sha256,

            long bytes,
            int profileVersion,
            @Schema(description = "Names in its header.") List<String> columns,
            String firstPeriod,
            String lastPeriod) {

        static DeliveryView of(SourceObserved.Delivery delivery) {
            return new DeliveryView(
                    delivery.takenAt(),
                    delivery.retrievedAt(),
                    delivery.sha256(),
                    delivery.bytes(),
                    delivery.profileVersion(),
                    delivery.columns(),
                    delivery.firstPeriod(),
                    delivery.lastPeriod());
        }
    }

    @Schema(name = "ShapeDifference")
    record DifferenceView(
            @Schema(examples = "MISSING_COLUMN") String code,

            @Schema(description = "What differs, in words.") Labels labels) {}

    static RegisteredSourceView of(Sources.Status status) {
        SourceDefined source = status.source();
        FeedStatus worst = status.worst();
        return new RegisteredSourceView(
                source.id(),
                source.version(),
                source.labels(),
                source.publisher(),
                source.cadence(),
                source.allowedDelay(),
                source.url(),
                source.contact(),
                source.licence(),
                worst.state(),
                worst.since(),
                status.feeds().stream().map(RegisteredSourceView::feed).toList());
    }

    private static FeedView feed(FeedStatus status) {
        SourceDefined.Feed feed = status.feed();
        SourceObserved seen = status.observation();
        return new FeedView(
                feed.dataset(),
                new ShapeView(feed.format(), feed.profile(), feed.profileVersion(), feed.columns()),
                status.state(),
                status.since(),
                status.lastPeriod(),
                status.expectedBy(),
                seen == null || seen.delivery() == null ? null : DeliveryView.of(seen.delivery()),
                seen == null
                        ? List.of()
                        : seen.differences().stream()
                                .map(difference -> new DifferenceView(difference.code(), difference.words()))
                                .toList());
    }
}
