package cl.observatory.ingest.source;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.SourceDefined;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "NewRegisteredSource",
        description = "A publisher whose files are expected: how often, and in which shape.")
record NewSource(
        @NotNull @Valid Words labels,

        @Schema(description = "Institution that publishes.", examples = "Instituto Nacional de Estadísticas")
        @NotBlank
        @Size(max = 200)
        String publisher,

        @Schema(description = "The data sets that its files fill.") @NotEmpty @Size(max = 100)
        List<@NotNull @Valid Feed> feeds,

        @Schema(
                description = "How often it publishes: an ISO 8601 duration of one unit, years, months, weeks or days.",
                examples = {"P1M", "P3M", "P1Y"})
        @NotNull
        @Pattern(regexp = "P[1-9][0-9]{0,2}[DWMY]")
        String cadence,

        @Schema(
                description = "How long after the end of a period its file may take before the source is late.",
                examples = "P45D",
                defaultValue = "P0D")
        @Pattern(regexp = DURATION)
        String allowedDelay,

        @Schema(description = "Where it offers its files.") @Pattern(regexp = "https?://.+") @Size(max = 500)
        String url,

        @Schema(description = "Page or mailbox of an office; it is published, so never of a person.")
        @Pattern(regexp = "(https?://|mailto:).+")
        @Size(max = 500)
        String contact,

        @NotBlank @Size(max = 200) String licence) {

    static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final String DURATION = "P[0-9]{1,3}[DWMY]";
    private static final String NO_DELAY = "P0D";

    @Schema(name = "SourceWords")
    record Words(
            @NotBlank @Size(max = 300) String es,
            @NotBlank @Size(max = 300) String en) {}

    @Schema(name = "NewSourceFeed", description = "A data set, and how the files look that fill it.")
    record Feed(
            @NotBlank @Size(max = 60) String dataset,

            @Schema(description = "Name of the import profile that reads the files; it says which columns they have.")
            @NotBlank
            @Size(max = 60)
            String profile,

            @Schema(description = "What the publisher sends.")
            Format format) {}

    /** What a publisher sends. */
    @Schema(name = "SourceFormat")
    enum Format {
        CSV,
        TSV,
        XLSX,
        XLS,
        SPREADSHEETML,
        JSON,
        NDJSON,
        SDMX_CSV
    }

    /**
     * @param shapes of the feeds, in their order
     */
    SourceDefined definition(String id, long version, List<SourceDefined.Feed> shapes) {
        return new SourceDefined(
                id,
                version,
                new Labels(labels.es(), labels.en()),
                publisher,
                shapes,
                cadence,
                allowedDelay == null ? NO_DELAY : allowedDelay,
                url,
                contact,
                licence);
    }
}
