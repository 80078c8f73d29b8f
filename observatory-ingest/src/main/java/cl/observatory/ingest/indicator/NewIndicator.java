package cl.observatory.ingest.indicator;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "A named formula over data sets: a count or amount that is added up, a rate of one to a population, a "
                        + "share of one in another, or an estimate or index as it was published.")
public record NewIndicator(
        @NotNull @Valid Words labels,

        @Schema(description = "What it says and what it does not, for readers.") @NotNull @Valid
        Words description,

        @Schema(
                description =
                        "COUNT and AMOUNT add cells up, RATE divides such a sum by people, SHARE by another such sum of "
                                + "the same territory and period, in percent; ESTIMATE and INDEX are one cell, which "
                                + "nothing is made of.")
        @NotNull
        Type type,

        @NotNull @Valid Selection numerator,

        @Schema(
                description =
                        "Population that a rate is to, or what a share is a share of; absent for everything else. "
                                + "A share divides like by like: both counts, or both amounts of one unit, of the same level and "
                                + "frequency.")
        @Valid
        Selection denominator,

        @Schema(
                description = "How many people a rate speaks of; absent for everything else. A share is always of 100 "
                        + "and need not say so.",
                examples = "100000")
        @Min(1)
        @Max(1_000_000)
        Integer per,

        @Schema(description = "SDMX UNIT_MEASURE code; PT for a share.", examples = "R100K")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]*")
        @Size(max = 30)
        String unit,

        @NotNull Direction direction,

        @Schema(
                description =
                        "Whether it only stands in for what its name says; true for whatever adds up a bundle that "
                                + "does.")
        boolean proxy) {

    /** What a share is expressed for. */
    static final int HUNDRED = 100;

    /** The unit of a share. */
    static final String PERCENT = "PT";

    /** What the value of an indicator is. */
    @Schema(name = "IndicatorType")
    public enum Type {
        COUNT,
        RATE,
        SHARE,
        ESTIMATE,
        INDEX,
        AMOUNT
    }

    /** How a higher value is to be read. */
    @Schema(name = "IndicatorDirection")
    public enum Direction {
        HIGHER_IS_WORSE,
        HIGHER_IS_BETTER,
        AMBIGUOUS,
        NEUTRAL
    }

    @Schema(name = "IndicatorWords")
    public record Words(
            @NotBlank @Size(max = 2000) String es,
            @NotBlank @Size(max = 2000) String en) {

        Labels labels() {
            return new Labels(es, en);
        }
    }

    @Schema(
            name = "NewSelection",
            description = "Cells of a data set that are added up: for every dimension, the codes that count. Codes of "
                    + "different levels of a tree would count the same case twice, so none may hold another. Of a data "
                    + "set whose values do not add up, one code of each dimension.")
    public record Selection(
            @NotBlank String dataset,

            @NotNull Map<@NotNull String, @NotEmpty @Size(max = 500) List<@NotBlank String>> filters,

            @Schema(
                    description = "By dimension, bundles of its classification, whose codes are taken as they are now. "
                            + "Codes in the filters of such a dimension say at which levels the data set tells the "
                            + "bundles: they must hold all that the bundles hold and nothing else.",
                    examples = "{\"CRIME_CLASS\": [\"DRUG_LAW\"]}")
            Map<@NotNull String, @NotEmpty @Size(max = 20) List<@NotBlank String>> bundles) {}

    /** The definition as its first version. */
    IndicatorDefined definition(
            String code, IndicatorDefined.Selection counted, IndicatorDefined.Selection divisor, Boolean partOfWhole) {
        return new IndicatorDefined(
                code,
                1,
                labels.labels(),
                description.labels(),
                type.name(),
                counted,
                divisor,
                type == Type.SHARE ? Integer.valueOf(HUNDRED) : per,
                unit,
                direction.name(),
                proxy,
                partOfWhole);
    }
}
