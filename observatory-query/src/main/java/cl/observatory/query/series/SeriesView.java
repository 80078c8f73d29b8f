package cl.observatory.query.series;

import cl.observatory.events.Labels;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.territory.Boundaries;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Series", description = "Values of an indicator over time, territory by territory.")
record SeriesView(
        IndicatorRef indicator,
        @Schema(description = "The periods, resolved.") List<String> periods,

        @Schema(description = "What each value is compared with.")
        ChangeFrom change,

        @Schema(description = "Of how many periods each value is made: those that end with the one named.")
        int window,

        @Schema(description = "Whether rates are multiplied up to a year.")
        boolean annualised,

        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        Boundaries boundaries,

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
        List<Warning> warnings) {}
