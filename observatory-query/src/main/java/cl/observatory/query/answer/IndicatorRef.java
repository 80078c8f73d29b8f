package cl.observatory.query.answer;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "IndicatorReference", description = "The indicator that was asked for.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorRef(
        String code,
        long version,
        Labels labels,

        @Schema(description = "What it says and what it does not.")
        Labels description,

        @Schema(description = "COUNT, RATE, SHARE, ESTIMATE, INDEX or AMOUNT.")
        String type,

        @Schema(description = "SDMX UNIT_MEASURE code.") String unit,

        @Schema(description = "How many people a rate speaks of; 100 for a share.")
        Integer per,

        @Schema(description = "How a higher value is to be read.")
        String direction,

        @Schema(description = "Whether it only stands in for what its name says.")
        boolean proxy) {

    public static IndicatorRef of(IndicatorDefined indicator) {
        return new IndicatorRef(
                indicator.code(),
                indicator.version(),
                indicator.labels(),
                indicator.description(),
                indicator.type(),
                indicator.unit(),
                indicator.per(),
                indicator.direction(),
                indicator.proxy());
    }
}
