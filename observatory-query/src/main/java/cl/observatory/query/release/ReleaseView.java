package cl.observatory.query.release;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.answer.StandingRelease;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Release",
        description = "An edition of a data set, and how it was made. Of one that was removed, only that it was there.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReleaseView(
        UUID id,
        String dataset,

        @Schema(description = "Place among the data set's releases.")
        int sequence,

        @Schema(description = "What it is by now.") StandingRelease.Status status,

        @Schema(description = "What it was published as: PROVISIONAL or DEFINITIVE.")
        String publishedAs,

        Instant publishedAt,

        @Schema(description = "When the file was taken from its publisher.")
        Instant retrievedAt,

        String publisher,
        @Schema(description = "The publisher's own title.") String publisherTitle,
        String licence,
        String url,

        @Schema(description = "What changed against the release before.")
        String changeNote,

        @Schema(
                description =
                        "FULL: it is what its file held. MERGE: its file was laid over the release that it is based on.")
        String update,

        @Schema(description = "The release that it was laid over or compared with.")
        UUID basedOn,

        @Schema(description = "Cells as they were sent.") Long rows,

        @Schema(description = "Sum of the hashes of all rows.")
        String checksum,

        @Schema(description = "Of the publisher's file.") String sourceSha256,
        String profile,
        Integer profileVersion,
        String firstPeriod,
        String lastPeriod,

        @Schema(description = "That it was taken back; absent when it was not.")
        StandingRelease.Withdrawal withdrawal) {

    static ReleaseView of(Releases.Edition edition) {
        ReleasePublished published = edition.standing().published();
        if (published == null) {
            return removed(edition);
        }
        DatasetDefined.Source source = published.dataset().source();
        return new ReleaseView(
                published.releaseId(),
                published.datasetId(),
                published.sequence(),
                edition.standing().status(),
                published.status(),
                published.publishedAt(),
                published.retrievedAt(),
                source.publisher(),
                source.title(),
                source.licence(),
                source.url(),
                published.changeNote(),
                published.update(),
                published.basedOn(),
                published.totalRows(),
                published.checksum(),
                published.sourceSha256(),
                published.profile(),
                published.profileVersion(),
                published.firstPeriod(),
                published.lastPeriod(),
                edition.standing().withdrawal());
    }

    private static ReleaseView removed(Releases.Edition edition) {
        return new ReleaseView(
                edition.id(),
                edition.datasetId(),
                edition.sequence(),
                edition.standing().status(),
                null,
                edition.publishedAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                edition.standing().withdrawal());
    }
}
