package cl.observatory.query.measure;

import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "Measure",
        description = "The value of an indicator for one territory and period, with what it is made of.")
public record MeasureView(
        TerritoryRef territory,
        String period,

        @Schema(description = "Null when it cannot be told; the reason says why.", nullable = true)
        BigDecimal value,

        @JsonInclude(JsonInclude.Include.NON_NULL) IntervalView interval,

        @Schema(
                description = "Cases; null also when only some of the codes that belong to it have any.",
                nullable = true)
        Long numerator,

        @Schema(description = "People, of the same territory in the same year; absent for a count.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long denominator,

        @Schema(description = "SDMX OBS_STATUS, the strongest that applies.")
        ObsStatus status,

        @Schema(description = "The other statuses that apply.")
        List<ObsStatus> flags,

        @Schema(description = "Months of the period that the value is made of.")
        int monthsCovered,

        CoverageView coverage,

        @Schema(description = "Why there is no value.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Measure.Reason reason) {

    private static final int DECIMALS = 2;

    @Schema(
            name = "Interval",
            description =
                    "95 % interval by Byar's approximation. It covers random variation only, not what was never reported.")
    public record IntervalView(BigDecimal lower, BigDecimal upper) {

        static IntervalView of(Interval interval) {
            return interval == null ? null : new IntervalView(rounded(interval.lower()), rounded(interval.upper()));
        }
    }

    @Schema(
            name = "Coverage",
            description =
                    "Cells of the data set that were reported, of those that would be if every place that has begun "
                            + "to report did so each time. What is missing is not zero.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CoverageView(
            int reported,
            int expected,

            @Schema(
                    description =
                            "Those of the denominator who live in places that never report; absent when there are "
                                    + "none. The rate is too low by as much as happens there.")
            Long silentPopulation) {

        static CoverageView of(Measure.Coverage coverage) {
            return new CoverageView(
                    coverage.cells(),
                    coverage.expectedCells(),
                    coverage.silentPeople() == 0 ? null : coverage.silentPeople());
        }
    }

    public static MeasureView of(Measure measure) {
        boolean rate = measure.population() != null;
        return new MeasureView(
                TerritoryRef.of(measure.territory()),
                measure.period().toString(),
                measure.value() == null ? null : rate ? rounded(measure.value()) : BigDecimal.valueOf(measure.count()),
                IntervalView.of(measure.interval()),
                measure.count(),
                measure.population(),
                measure.status(),
                measure.flags(),
                measure.coverage().months(),
                CoverageView.of(measure.coverage()),
                measure.reason());
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
