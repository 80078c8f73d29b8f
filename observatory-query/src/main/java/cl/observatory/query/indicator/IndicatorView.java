package cl.observatory.query.indicator;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.answer.IndicatorRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Indicator", description = "A named, documented formula over data sets.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorView(
        IndicatorRef indicator,
        SelectionView numerator,

        @Schema(description = "Population that a rate is to; absent for a count.")
        SelectionView denominator) {

    @Schema(name = "Selection", description = "Cells of a data set that are added up.")
    record SelectionView(
            String dataset,

            @Schema(description = "By dimension, the codes that count.")
            Map<String, List<String>> filters) {

        static SelectionView of(IndicatorDefined.Selection selection) {
            return selection == null ? null : new SelectionView(selection.dataset(), selection.filters());
        }
    }

    static IndicatorView of(IndicatorDefined indicator) {
        return new IndicatorView(
                IndicatorRef.of(indicator),
                SelectionView.of(indicator.numerator()),
                SelectionView.of(indicator.denominator()));
    }
}
