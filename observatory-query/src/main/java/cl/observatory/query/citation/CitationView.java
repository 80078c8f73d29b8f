package cl.observatory.query.citation;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.StandingRelease;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Citation", description = "An answer as it was when it was cited, and what has become of it since.")
record CitationView(
        UUID id,

        @Schema(description = "Where it is found, for good.")
        String url,

        @Schema(description = "What was asked, with the periods that it turned out to be about.")
        String question,

        Labels title,
        @Schema(description = "SDMX UNIT_MEASURE code.") String unit,
        Instant madeAt,

        @Schema(description = "Version of the method that values are computed by.")
        String methodVersion,

        @Schema(description = "Of the data as its CSV has them, in hexadecimal digits.")
        String sha256,

        @Schema(description = "What the parts of the keys of values are: SDMX concepts.")
        List<String> columns,

        List<CitedValueView> values,
        List<PinnedSource> sources,

        @Schema(description = "What has become of it since.")
        Revision since) {

    @Schema(name = "CitedValue")
    record CitedValueView(
            @Schema(description = "What it is of, by column.")
            Map<String, String> key,

            @Schema(nullable = true, description = "Null when it was not told.")
            BigDecimal value,

            @Schema(description = "SDMX OBS_STATUS.") String status) {}

    @Schema(name = "CitedPinnedSource")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PinnedSource(
            CitedSource cited,

            @Schema(description = "What its release is by now.")
            StandingRelease.Status status,

            @Schema(description = "That the release was taken back; absent when it was not.")
            StandingRelease.Withdrawal withdrawal) {

        static PinnedSource of(CitedSource cited, StandingRelease standing) {
            return new PinnedSource(cited, standing.status(), standing.withdrawal());
        }
    }

    static CitationView of(Citation citation, String url, List<PinnedSource> sources, Revision since) {
        Citation.Content content = citation.content();
        return new CitationView(
                citation.id(),
                url,
                citation.question(),
                content.title(),
                content.unit(),
                citation.madeAt(),
                citation.method(),
                citation.sha256(),
                content.columns(),
                content.values().stream()
                        .map(value -> new CitedValueView(
                                Revision.byColumn(content.columns(), value.key()), value.value(), value.status()))
                        .toList(),
                sources,
                since);
    }
}
