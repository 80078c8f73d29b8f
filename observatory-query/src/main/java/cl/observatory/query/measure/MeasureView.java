package cl.observatory.query.measure;

import cl.observatory.query.cube.ObsStatus;
import cl.observatory.query.statistic.Estimate;
import cl.observatory.query.statistic.Interval;
import cl.observatory.query.statistic.Reliability;
import cl.observatory.query.territory.TerritoryRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
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
                description =
                        "What was added up: cases, or an amount. Null also when only some of the codes that belong to "
                                + "it have any, and for estimates and indices, which are not added up.",
                nullable = true)
        BigDecimal numerator,

        @Schema(
                description =
                        "What the numerator is divided by: the people of the same territory in the same year for a "
                                + "rate, over the years of a window in the mean by months; for a share, what was added "
                                + "up of the same territory and the same period. Absent for everything else, and when "
                                + "it is not known.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        BigDecimal denominator,

        @Schema(description = "Standard error of an estimate, as published.") @JsonInclude(JsonInclude.Include.NON_NULL)
        BigDecimal standardError,

        @Schema(description = "Interviews that an estimate is made of, unweighted.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long sampleSize,

        @Schema(description = "Of the standard error of an estimate.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Long degreesOfFreedom,

        @Schema(description = "How far an estimate can be used, by the standard of INE; absent for everything else.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Reliability reliability,

        @Schema(description = "SDMX OBS_STATUS, the strongest that applies.")
        ObsStatus status,

        @Schema(description = "The other statuses that apply.")
        List<ObsStatus> flags,

        @Schema(description = "Months of the period that the value is made of.")
        int monthsCovered,

        CoverageView coverage,

        @Schema(description = "Whether it may be compared with other values of the indicator.")
        boolean comparable,

        @Schema(description = "Why it cannot; absent when it can.") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<NotComparable> notComparable,

        @Schema(description = "Why there is no value.") @JsonInclude(JsonInclude.Include.NON_NULL)
        Measure.Reason reason,

        @Schema(
                description =
                        "How far it is from the value before in the same answer, or from that of a year before; absent "
                                + "when there is none that was made as whole.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        ChangeView change) {

    /** Of rates, shares and their intervals, and of percents. */
    private static final int DECIMALS = 2;

    @Schema(
            name = "Interval",
            description =
                    "95 % interval: of a count by Byar's approximation; of a share whose numerator is part of its "
                            + "denominator by Wilson's score; of an estimate the publisher's own, or value ± "
                            + "t × standard error. It covers random variation only, not what was never reported.")
    public record IntervalView(
            BigDecimal lower,
            BigDecimal upper,

            @Schema(description = "What makes the value vary within it; nothing else is in it.")
            Covers covers) {

        @Schema(name = "IntervalCovers")
        public enum Covers {
            RANDOM_VARIATION
        }

        /** Null for none. */
        public static IntervalView of(Interval interval, int decimals) {
            return interval == null
                    ? null
                    : new IntervalView(
                            rounded(interval.lower(), decimals),
                            rounded(interval.upper(), decimals),
                            Covers.RANDOM_VARIATION);
        }
    }

    @Schema(
            name = "Change",
            description =
                    "How far a value is from an earlier one. Across a break nothing is told: the two are not of the "
                            + "same thing.")
    public record ChangeView(
            @Schema(description = "Period of the earlier value.")
            String since,

            @Schema(description = "In the unit of the value; null across a break.", nullable = true)
            BigDecimal difference,

            @Schema(
                    description = "Of the earlier value; null across a break, and when there is nothing to divide by.",
                    nullable = true)
            BigDecimal percent,

            @Schema(
                    description =
                            "To the earlier value; absent for estimates, amounts and indices, of two zeros, across "
                                    + "a break, and of sums that have periods in common.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            RatioView ratio,

            @Schema(
                    description =
                            "Whether the two differ by more than chance: of counts and rates, whether the interval "
                                    + "of their ratio does not hold 1; of waves of a survey, whether |difference| ÷ "
                                    + "√(se² + se²) > 1.96. Null when that cannot be told.",
                    nullable = true)
            Boolean significant,

            @Schema(description = "Whether there is a break between the two.")
            boolean crossesBreak) {

        private static ChangeView of(Change change, int decimals) {
            return new ChangeView(
                    change.since().toString(),
                    change.difference() == null ? null : rounded(change.difference(), decimals),
                    change.percent() == null ? null : rounded(change.percent(), DECIMALS),
                    change.ratio() == null ? null : RatioView.of(change.ratio()),
                    change.isSignificant(),
                    change.crossesBreak());
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
            Long silentPopulation,

            @Schema(description = "The same of the denominator of a share; absent for everything else.")
            DenominatorCoverage denominator) {

        @Schema(name = "DenominatorCoverage", description = "Cells of the data set of a denominator.")
        public record DenominatorCoverage(int reported, int expected) {}

        static CoverageView of(Measure.Coverage coverage, Divisor divisor) {
            return new CoverageView(
                    coverage.cells(),
                    coverage.expectedCells(),
                    coverage.silentPeople() == 0 ? null : coverage.silentPeople(),
                    divisor == null || divisor.isPeople()
                            ? null
                            : new DenominatorCoverage(
                                    divisor.cells().reported(), divisor.cells().expected()));
        }
    }

    public static MeasureView of(Measure measure) {
        return of(measure, Optional.empty());
    }

    /**
     * @param change from the value before, empty when none is told
     */
    public static MeasureView of(Measure measure, Optional<Change> change) {
        return view(measure, change, true);
    }

    /** Without its value, where that is too unreliable to stand beside others. */
    public static MeasureView withheld(Measure measure) {
        return view(measure, Optional.empty(), false);
    }

    private static MeasureView view(Measure measure, Optional<Change> change, boolean shown) {
        Estimate estimate = measure.estimate();
        List<NotComparable> reasons = NotComparable.of(measure);
        Divisor divisor = measure.divisor();
        BigDecimal whole = measure.count() == null ? null : BigDecimal.valueOf(measure.count(), measure.decimals());
        return new MeasureView(
                TerritoryRef.of(measure.territory()),
                measure.period().toString(),
                shown ? value(measure, whole) : null,
                shown ? IntervalView.of(measure.interval(), estimate == null ? DECIMALS : measure.decimals()) : null,
                measure.isSum() ? whole : null,
                divisor == null ? null : BigDecimal.valueOf(divisor.number(), divisor.decimals()),
                shown ? standardError(measure) : null,
                estimate == null ? null : estimate.sampleSize(),
                estimate == null ? null : estimate.degreesOfFreedom(),
                estimate == null ? null : estimate.reliability(),
                measure.status(),
                measure.flags(),
                measure.coverage().months(),
                CoverageView.of(measure.coverage(), divisor),
                reasons.isEmpty(),
                reasons,
                shown ? measure.reason() : Measure.Reason.UNRELIABLE,
                change.map(some -> ChangeView.of(some, divisor == null ? measure.decimals() : DECIMALS))
                        .orElse(null));
    }

    private static BigDecimal value(Measure measure, BigDecimal whole) {
        if (measure.value() == null) {
            return null;
        }
        return measure.divisor() == null ? whole : rounded(measure.value(), DECIMALS);
    }

    private static BigDecimal standardError(Measure measure) {
        Double error = measure.estimate() == null ? null : measure.estimate().standardError();
        return error == null ? null : rounded(error, measure.decimals());
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP);
    }
}
