package cl.observatory.query.answer;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Source", description = "Where figures come from.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
        @Schema(description = "What the figures are used as.")
        Role role,

        String dataset,
        Labels title,
        String publisher,
        @Schema(description = "The publisher's own title.") String publisherTitle,
        String licence,
        String url,

        @Schema(description = "The publisher's method note.")
        String methodology,

        @Schema(description = "OFFICIAL, DERIVED or COMMUNITY.")
        String officialStatus,

        @Schema(description = "Whether the figures were generated and describe nobody.")
        boolean synthetic,

        @Schema(description = "For a population: the projection it comes from.", examples = "INE-2017")
        String populationBase,

        @Schema(description = "The release that was read; absent when there was none.")
        PinnedRelease release) {

    /** What the figures of a source are used as. */
    @Schema(name = "SourceRole")
    public enum Role {
        OBSERVATIONS,
        NUMERATOR,
        DENOMINATOR,
        /** What figures are compared with. */
        BEFORE,
        /** What they became. */
        AFTER
    }

    @Schema(description = "A release, so that the same figures can be asked for again.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PinnedRelease(
            UUID id,

            @Schema(description = "Place among the data set's releases.")
            int sequence,

            @Schema(description = "What it is by now.") StandingRelease.Status status,

            @Schema(description = "What it was published as: PROVISIONAL or DEFINITIVE.")
            String publishedAs,

            Instant publishedAt,

            @Schema(description = "When the file was taken from its publisher.")
            Instant retrievedAt,

            String changeNote,

            @Schema(description = "Sum of the hashes of all rows.")
            String checksum,

            @Schema(description = "Of the publisher's file.")
            String sourceSha256,

            String profile,
            int profileVersion,
            String firstPeriod,
            String lastPeriod,

            @Schema(
                    description =
                            "FULL: it is what its file held. MERGE: its file was laid over the one it is based on.")
            String update,

            @Schema(description = "The release that it was laid over or compared with.")
            UUID basedOn,

            @Schema(description = "That it was taken back; absent when it was not.")
            StandingRelease.Withdrawal withdrawal) {

        static PinnedRelease of(StandingRelease standing) {
            ReleasePublished release = standing.published();
            return new PinnedRelease(
                    release.releaseId(),
                    release.sequence(),
                    standing.status(),
                    release.status(),
                    release.publishedAt(),
                    release.retrievedAt(),
                    release.changeNote(),
                    release.checksum(),
                    release.sourceSha256(),
                    release.profile(),
                    release.profileVersion(),
                    release.firstPeriod(),
                    release.lastPeriod(),
                    release.update(),
                    release.basedOn(),
                    standing.withdrawal());
        }
    }

    /**
     * @param release null when the data set has none
     */
    public static SourceView of(Role role, DatasetDefined dataset, StandingRelease release) {
        DatasetDefined.Source source = dataset.source();
        return new SourceView(
                role,
                dataset.id(),
                dataset.title(),
                source.publisher(),
                source.title(),
                source.licence(),
                source.url(),
                source.methodology(),
                dataset.officialStatus(),
                dataset.synthetic(),
                dataset.populationBase(),
                release == null ? null : PinnedRelease.of(release));
    }
}
