package cl.observatory.query.map;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.boundary.BoundarySource;
import cl.observatory.query.boundary.Box;
import cl.observatory.query.boundary.FeatureCollectionType;
import cl.observatory.query.boundary.FeatureView;
import cl.observatory.query.boundary.Zoom;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritoryLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Map",
        description =
                "Values of an indicator where they belong, as GeoJSON (RFC 7946): a feature for each territory, in "
                        + "geographic order, also for those that have no value or no shape.")
record MapView(
        FeatureCollectionType type,

        @Schema(description = "Of all shapes; absent when there are none.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Box bbox,

        IndicatorRef indicator,
        String period,
        TerritoryLevel level,

        @Schema(description = "Territory that holds all that are shown.")
        String within,

        Zoom zoom,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        Boundaries boundaries,

        @Schema(description = "Where the shapes come from; absent when there are none.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BoundarySource boundarySource,

        @Schema(description = "What is on the map, in sentences, from the same numbers.")
        Labels explanation,

        @Schema(description = "What organizations say beside the figures; no value changes by it.")
        List<AnnotationView> annotations,

        List<SourceView> sources,
        List<Warning> warnings,
        List<FeatureView<MapProperties>> features) {

    static MapView of(
            MapQuestion question,
            Maps.Answer answer,
            List<AnnotationView> annotations,
            List<Warning> warnings,
            Locale language) {
        IndicatorRef indicator = IndicatorRef.of(answer.indicator());
        List<MeasureView> measures = answer.measured().measures().stream()
                .map(measure -> measure.isUnreliable() ? MeasureView.withheld(measure) : MeasureView.of(measure))
                .toList();
        String period = question.period().first().toString();
        return new MapView(
                FeatureCollectionType.FeatureCollection,
                answer.drawing().box(),
                indicator,
                period,
                question.level(),
                question.within(),
                question.zoom(),
                question.standpoint().asOf(),
                question.standpoint().boundaries(),
                answer.drawing().source(),
                MapExplanation.of(
                        indicator.labels(),
                        period,
                        measures,
                        answer.drawing().notDrawn(answer.codes()).size()),
                annotations,
                answer.caveats(language).sources(),
                warnings,
                measures.stream()
                        .map(measure -> FeatureView.of(
                                measure.territory().code(), answer.drawing(), MapProperties.of(measure, indicator)))
                        .toList());
    }
}
