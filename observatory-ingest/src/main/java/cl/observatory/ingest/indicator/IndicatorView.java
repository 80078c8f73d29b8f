package cl.observatory.ingest.indicator;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DefinedIndicator", description = "An indicator as it was defined.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorView(
        String code,
        long version,
        Labels labels,
        Labels description,
        NewIndicator.Type type,
        Selection numerator,
        Selection denominator,
        Integer per,
        String unit,
        NewIndicator.Direction direction,
        boolean proxy) {

    @Schema(name = "DefinedSelection")
    record Selection(String dataset, Map<String, List<String>> filters) {

        static Selection of(IndicatorDefined.Selection selection) {
            return selection == null ? null : new Selection(selection.dataset(), selection.filters());
        }
    }

    static IndicatorView of(IndicatorDefined indicator) {
        return new IndicatorView(
                indicator.code(),
                indicator.version(),
                indicator.labels(),
                indicator.description(),
                NewIndicator.Type.valueOf(indicator.type()),
                Selection.of(indicator.numerator()),
                Selection.of(indicator.denominator()),
                indicator.per(),
                indicator.unit(),
                NewIndicator.Direction.valueOf(indicator.direction()),
                indicator.proxy());
    }
}
