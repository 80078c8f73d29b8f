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
        boolean proxy,

        @Schema(
                description =
                        "Of a share, whether the numerator is counted in the denominator as well, so that it cannot be "
                                + "more than 100 %.")
        Boolean partOfWhole) {

    @Schema(name = "DefinedSelection")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Selection(
            String dataset,
            Map<String, List<String>> filters,

            @Schema(description = "That codes of the filters were taken from, as they were at the definition.")
            List<BundledView> bundles) {

        static Selection of(IndicatorDefined.Selection selection) {
            return selection == null
                    ? null
                    : new Selection(
                            selection.dataset(),
                            selection.filters(),
                            selection.bundles() == null
                                    ? null
                                    : selection.bundles().stream()
                                            .map(BundledView::of)
                                            .toList());
        }
    }

    @Schema(name = "DefinedBundle")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BundledView(String dimension, String code, Labels labels, List<String> members, boolean proxy, String note) {

        static BundledView of(IndicatorDefined.Bundled bundle) {
            return new BundledView(
                    bundle.dimension(),
                    bundle.code(),
                    bundle.labels(),
                    bundle.members(),
                    bundle.proxy(),
                    bundle.note());
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
                indicator.proxy(),
                indicator.partOfWhole());
    }
}
