package cl.observatory.query.observation;

import cl.observatory.events.time.Period;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.classification.CodeRef;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.MeasureView.IntervalView;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Observations", description = "A slice of a data set.")
record ObservationsView(
        @Schema(description = "The instant whose state of knowledge this is; absent for the present.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant asOf,

        @Schema(description = "Only what has become another since that instant is here; absent when everything is.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Instant updatedAfter,

        @Schema(description = "In the order of dimensions, territory and period.")
        List<ObservationView> items,

        @Schema(description = "What organizations say beside the figures of this page; no figure changes by it.")
        List<AnnotationView> annotations,

        Page page,
        List<SourceView> sources,
        List<Warning> warnings) {

    /** The figures on this page. */
    Annotations.Figures figures(ObservationQuestion question) {
        return new Annotations.Figures(
                List.of(question.dataset()),
                null,
                items.stream().map(item -> item.territory().code()).distinct().toList(),
                items.stream()
                        .flatMap(item -> Period.parse(item.period()).stream())
                        .distinct()
                        .toList(),
                question.asOf());
    }

    /** The same, with what is said beside its figures and something more to know before using it. */
    ObservationsView with(List<AnnotationView> said, List<Warning> more) {
        return new ObservationsView(
                asOf,
                updatedAfter,
                items,
                said,
                page,
                sources,
                Stream.concat(warnings.stream(), more.stream()).toList());
    }

    @Schema(name = "Observation")
    record ObservationView(
            TerritoryRef territory,
            String period,
            @Schema(description = "By dimension.") Map<String, CodeRef> dimensions,
            @Schema(nullable = true) BigDecimal value,

            @Schema(description = "Of an estimate, when it can be told.") @JsonInclude(JsonInclude.Include.NON_NULL)
            IntervalView interval,

            @Schema(description = "Standard error of an estimate, as published.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            BigDecimal standardError,

            @Schema(description = "Interviews that an estimate is made of, unweighted.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Long sampleSize,

            @Schema(description = "Of the standard error of an estimate.") @JsonInclude(JsonInclude.Include.NON_NULL)
            Long degreesOfFreedom,

            @Schema(
                    description =
                            "How far an estimate can be used, by the standard of INE; absent for everything else.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            Reliability reliability,

            @Schema(
                    description =
                            "SDMX OBS_STATUS, the strongest of the cells that it is made of; U for an estimate that is "
                                    + "not reliable.")
            ObsStatus status,

            @Schema(description = "Months of the period that the value is made of.")
            int monthsCovered,

            @Schema(description = "Cells as they were sent that the value is made of; 1 for one of them.")
            int cells) {}
}
