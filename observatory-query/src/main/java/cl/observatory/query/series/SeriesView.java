package cl.observatory.query.series;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.Change;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.measure.Measures;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Series", description = "Values of an indicator over time, territory by territory.")
record SeriesView(
        IndicatorRef indicator,
        @Schema(description = "The periods, resolved.") List<String> periods,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "Only what has become another since that instant is here; absent when everything is.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant updatedAfter,

        @Schema(description = "In geographic order, and for each territory in the order of time.")
        List<MeasureView> items,

        @Schema(description = "Where it ends, in sentences, from the same numbers.")
        Labels explanation,

        @Schema(description = "What organizations say beside these figures; no figure changes by it.")
        List<AnnotationView> annotations,

        List<SourceView> sources,
        List<Warning> warnings) {

    /**
     * Each value with its change from the one before it of the same territory.
     *
     * @param shown which of them are; the others are compared with all the same
     */
    static List<MeasureView> items(Measures.Measured measured, boolean acrossBreaks, Predicate<Measure> shown) {
        Map<String, Measure> before = new HashMap<>();
        List<MeasureView> items = new ArrayList<>();
        for (Measure measure : measured.measures()) {
            String territory = measure.territory().code();
            if (shown.test(measure)) {
                items.add(MeasureView.of(
                        measure,
                        Optional.ofNullable(before.get(territory))
                                .flatMap(
                                        earlier -> Change.between(earlier, measure, measured.breaks(), acrossBreaks))));
            }
            if (measure.value() != null) {
                before.put(territory, measure);
            }
        }
        return items;
    }
}
