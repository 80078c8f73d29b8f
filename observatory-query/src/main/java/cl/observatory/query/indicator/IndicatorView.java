package cl.observatory.query.indicator;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.answer.IndicatorRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Indicator", description = "A named, documented formula over data sets.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record IndicatorView(
        IndicatorRef indicator,

        @Schema(
                description = "What becomes of values over territories and periods: SUM adds cells up, RATIO_OF_SUMS "
                        + "divides sums once, at the end, and of NONE there is only what was published.")
        Aggregation aggregation,

        @Schema(description = "Of its values; absent while its data set is not known.")
        Integer decimals,

        @Schema(
                description = "OFFICIAL when each value is a publisher's figure, or a sum of such over territories and "
                        + "periods; DERIVED when the observatory put codes together, divided, or uses a proxy; "
                        + "COMMUNITY when communities told it. Absent while a data set is not known.")
        String officialStatus,

        SelectionView numerator,

        @Schema(
                description =
                        "Population that a rate is to, or what a share is a share of; absent for everything else.")
        SelectionView denominator,

        @Schema(
                description =
                        "Of a share, whether the numerator is counted in the denominator as well: then it is never "
                                + "more than 100 %, and has an interval.")
        Boolean partOfWhole) {

    /** Of what is divided. */
    private static final int DECIMALS_OF_RATIOS = 2;

    @Schema(name = "Selection", description = "Cells of a data set that are added up.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SelectionView(
            String dataset,

            @Schema(description = "Name of the data set; absent while it is not known.")
            Labels title,

            @Schema(description = "By dimension, the codes that count.")
            Map<String, List<String>> filters,

            @Schema(description = "That codes of the filters were taken from; absent when they were named one by one.")
            List<BundleView> bundles) {

        static SelectionView of(IndicatorDefined.Selection selection, Optional<DatasetDefined> dataset) {
            return new SelectionView(
                    selection.dataset(),
                    dataset.map(DatasetDefined::title).orElse(null),
                    selection.filters(),
                    selection.bundles() == null
                            ? null
                            : selection.bundles().stream().map(BundleView::of).toList());
        }
    }

    @Schema(
            name = "SelectedBundle",
            description = "A bundle of a classification, as it was when the indicator was defined. The filters of its "
                    + "dimension hold all that it holds.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BundleView(
            String dimension,
            String code,
            Labels labels,

            @Schema(description = "Its codes; the filters may name a group in place of all its parts.")
            List<String> members,

            @Schema(description = "Whether it only stands in for what its name says.")
            boolean proxy,

            @Schema(description = "What it holds and what it does not.")
            String note) {

        static BundleView of(IndicatorDefined.Bundled bundle) {
            return new BundleView(
                    bundle.dimension(),
                    bundle.code(),
                    bundle.labels(),
                    bundle.members(),
                    bundle.proxy(),
                    bundle.note());
        }
    }

    /**
     * @param datasets that are known, by id
     */
    static IndicatorView of(IndicatorDefined indicator, Map<String, DatasetDefined> datasets) {
        Optional<DatasetDefined> counted =
                Optional.ofNullable(datasets.get(indicator.numerator().dataset()));
        Optional<IndicatorDefined.Selection> divisor = Optional.ofNullable(indicator.denominator());
        return new IndicatorView(
                IndicatorRef.of(indicator),
                Aggregation.of(indicator, counted),
                divisor.map(any -> DECIMALS_OF_RATIOS)
                        .or(() -> counted.map(DatasetDefined::decimals))
                        .orElse(null),
                officialStatus(indicator, datasets),
                SelectionView.of(indicator.numerator(), counted),
                divisor.map(selection ->
                                SelectionView.of(selection, Optional.ofNullable(datasets.get(selection.dataset()))))
                        .orElse(null),
                indicator.partOfWhole());
    }

    private static String officialStatus(IndicatorDefined indicator, Map<String, DatasetDefined> datasets) {
        List<String> ids = Stream.of(indicator.numerator(), indicator.denominator())
                .flatMap(Stream::ofNullable)
                .map(IndicatorDefined.Selection::dataset)
                .toList();
        if (!datasets.keySet().containsAll(ids)) {
            return null;
        }
        List<String> statuses =
                ids.stream().map(id -> datasets.get(id).officialStatus()).toList();
        if (statuses.contains("COMMUNITY")) {
            return "COMMUNITY";
        }
        boolean isOneCode = indicator.numerator().filters().values().stream().allMatch(codes -> codes.size() == 1);
        return indicator.denominator() == null && isOneCode && !indicator.proxy() ? statuses.getFirst() : "DERIVED";
    }
}
