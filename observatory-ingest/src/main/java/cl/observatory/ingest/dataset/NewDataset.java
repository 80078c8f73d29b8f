package cl.observatory.ingest.dataset;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.time.Frequency;
import cl.observatory.ingest.disclosure.Disclosure;
import cl.observatory.ingest.disclosure.TablePlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A data set to define: territory × period × its own coded dimensions → one measure.")
public record NewDataset(
        @Schema(description = "Permanent id, part of addresses.", examples = "cead-cases")
        @NotNull
        @Pattern(regexp = ID)
        @Size(min = 3, max = 60)
        String id,

        @NotNull @Valid Title title,

        @Schema(
                description =
                        "What the values are. A population can be the denominator of a rate. An estimate comes from a "
                                + "survey and may carry a standard error, an interval, a sample size and degrees of freedom. An "
                                + "index is relative to a base; an amount is a quantity that adds up, such as pesos.")
        @NotNull
        Kind kind,

        @Schema(description = "Level of the territories that the rows speak of.") @NotNull
        Level level,

        @Schema(description = "SDMX UNIT_MEASURE code.", examples = "CASES")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]*")
        @Size(max = 30)
        String unit,

        @Schema(description = "How many decimals the values have; 0 for counts and populations.") @Min(0) @Max(6)
        int decimals,

        @Schema(description = "SDMX FREQ: A year, S half, Q quarter, M month.") @NotNull
        Frequency frequency,

        @NotNull @Size(max = 6) List<@Valid @NotNull Dimension> dimensions,

        @NotNull @Valid Source source,

        @NotNull OfficialStatus officialStatus,

        @Schema(description = "For a population: the projection it comes from.", examples = "INE-2017") @Size(max = 30)
        String populationBase,

        @Schema(description = "Whether the figures were generated and describe nobody.")
        boolean synthetic,

        @Schema(
                description =
                        "Whether values may be added up over territories, periods and codes. When left out, SUM for "
                                + "counts, populations and amounts, and NONE for estimates and indices, which never are.")
        Aggregation aggregation,

        @Schema(
                description =
                        "For an estimate, and only for one: what it estimates. It decides the rule of reliability.")
        Statistic statistic,

        @Schema(
                description =
                        "SOURCE_PUBLIC, when left out: every cell is served, as its publisher does. RESTRICTED: the "
                                + "tables of the plan are served, with small counts hidden, and nothing else.",
                defaultValue = "SOURCE_PUBLIC")
        Disclosure disclosure,

        @Valid TablePlan plan) {

    public NewDataset {
        disclosure = disclosure == null ? Disclosure.SOURCE_PUBLIC : disclosure;
    }

    static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    /** What the values of a data set are. */
    @Schema(name = "DatasetKind")
    public enum Kind {
        COUNT,
        POPULATION,
        ESTIMATE,
        INDEX,
        AMOUNT
    }

    /** Whether values may be added up. */
    @Schema(name = "DatasetAggregation")
    public enum Aggregation {
        SUM,
        NONE
    }

    /** What an estimate estimates: a share of 1, a share of 100, or a mean of something. */
    @Schema(name = "EstimatedStatistic")
    public enum Statistic {
        PROPORTION,
        PERCENT,
        MEAN
    }

    /** A level of territories, by its public name. */
    @Schema(name = "DatasetLevel")
    public enum Level {
        country,
        region,
        province,
        commune
    }

    /** Who stands behind the figures. */
    @Schema(name = "OfficialStatus")
    public enum OfficialStatus {
        OFFICIAL,
        DERIVED,
        COMMUNITY
    }

    @Schema(name = "NewTitle")
    public record Title(
            @NotBlank @Size(max = 200) String es,
            @NotBlank @Size(max = 200) String en) {}

    @Schema(name = "NewDimension")
    public record Dimension(
            @Schema(description = "Concept.", examples = "CRIME_CLASS")
            @NotNull
            @Pattern(regexp = "[A-Z][A-Z0-9_]*")
            @Size(max = 30)
            String id,

            @Schema(description = "Classification whose codes it takes.", examples = "CEAD-2024") @NotBlank
            String scheme) {}

    @Schema(name = "NewSource")
    public record Source(
            @NotBlank @Size(max = 200) String publisher,
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 200) String licence,

            @Pattern(regexp = "https?://.+") @Size(max = 500)
            String url,

            @Pattern(regexp = "https?://.+") @Size(max = 500)
            String methodology) {}

    DatasetDefined definition(Instant definedAt) {
        return new DatasetDefined(
                id,
                new Labels(title.es(), title.en()),
                kind.name(),
                level.name(),
                unit,
                decimals,
                frequency,
                dimensions.stream()
                        .map(dimension -> new DatasetDefined.Dimension(dimension.id(), dimension.scheme()))
                        .toList(),
                new DatasetDefined.Source(
                        source.publisher(), source.title(), source.licence(), source.url(), source.methodology()),
                officialStatus.name(),
                populationBase,
                synthetic,
                definedAt,
                aggregation == null ? null : aggregation.name(),
                statistic == null ? null : statistic.name(),
                disclosure.name(),
                plan == null ? null : plan.minimum());
    }
}
