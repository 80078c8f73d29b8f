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
                "A named formula over data sets: a count or amount that is added up, a rate of one to a population, or "
                        + "an estimate or index as it was published.")
public record NewIndicator(
        @NotNull @Valid Words labels,

        @Schema(description = "What it says and what it does not, for readers.") @NotNull @Valid
        Words description,

        @Schema(
                description =
                        "COUNT and AMOUNT add cells up, RATE divides such a sum by people; ESTIMATE and INDEX are one "
                                + "cell, which nothing is made of.")
        @NotNull
        Type type,

        @NotNull @Valid Selection numerator,

        @Schema(description = "Population that a rate is to; absent for everything else.") @Valid
        Selection denominator,

        @Schema(description = "How many people a rate speaks of; absent for everything else.", examples = "100000")
        @Min(1)
        @Max(1_000_000)
        Integer per,

        @Schema(description = "SDMX UNIT_MEASURE code.", examples = "R100K")
        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]*")
        @Size(max = 30)
        String unit,

        @NotNull Direction direction,

        @Schema(description = "Whether it only stands in for what its name says.")
        boolean proxy) {

    /** What the value of an indicator is. */
    @Schema(name = "IndicatorType")
    public enum Type {
        COUNT,
        RATE,
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

            @NotNull Map<@NotNull String, @NotEmpty @Size(max = 500) List<@NotBlank String>> filters) {

        IndicatorDefined.Selection event() {
            return new IndicatorDefined.Selection(dataset, filters);
        }
    }

    IndicatorDefined definition(String code, long version) {
        return new IndicatorDefined(
                code,
                version,
                labels.labels(),
                description.labels(),
                type.name(),
                numerator.event(),
                denominator == null ? null : denominator.event(),
                per,
                unit,
                direction.name(),
                proxy);
    }
}
