package cl.observatory.query.map;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.measure.NotComparable;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.TerritoryLevel;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description =
                "What is told of a territory: a measure as rankings have it, with its members beside each other, as "
                        + "map programs read them.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MapProperties(
        Labels labels,
        TerritoryLevel level,
        String period,

        @Schema(
                description =
                        "Null when it cannot be told, or is an estimate too unreliable to stand beside others; the "
                                + "reason says why.",
                nullable = true)
        @JsonInclude
        BigDecimal value,

        MeasureView.IntervalView interval,

        @Schema(description = "SDMX UNIT_MEASURE code.") String unit,

        @Schema(description = "How many people a rate speaks of; 100 for a share.")
        Integer per,

        @Schema(description = "What was added up; null when it is not known.", nullable = true) @JsonInclude
        BigDecimal numerator,

        @Schema(description = "What the numerator is divided by; absent but for rates and shares.")
        BigDecimal denominator,

        @Schema(description = "Standard error of an estimate, as published.")
        BigDecimal standardError,

        @Schema(description = "Interviews that an estimate is made of, unweighted.")
        Long sampleSize,

        Reliability reliability,

        @Schema(description = "SDMX OBS_STATUS, the strongest that applies.")
        ObsStatus status,

        @Schema(description = "The other statuses that apply.")
        List<ObsStatus> flags,

        @Schema(description = "Months of the period that the value is made of.")
        int monthsCovered,

        MeasureView.CoverageView coverage,

        @Schema(description = "Whether it may be compared with the others of the map.")
        boolean comparable,

        @Schema(description = "Why it cannot; absent when it can.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<NotComparable> notComparable,

        @Schema(description = "Why there is no value.") Measure.Reason reason) {

    static MapProperties of(MeasureView measure, IndicatorRef indicator) {
        return new MapProperties(
                measure.territory().labels(),
                measure.territory().level(),
                measure.period(),
                measure.value(),
                measure.interval(),
                indicator.unit(),
                indicator.per(),
                measure.numerator(),
                measure.denominator(),
                measure.standardError(),
                measure.sampleSize(),
                measure.reliability(),
                measure.status(),
                measure.flags(),
                measure.monthsCovered(),
                measure.coverage(),
                measure.comparable(),
                measure.notComparable(),
                measure.reason());
    }
}
