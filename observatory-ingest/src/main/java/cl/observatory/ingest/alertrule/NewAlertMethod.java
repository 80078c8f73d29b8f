package cl.observatory.ingest.alertrule;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.events.time.Frequency;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How values are judged. Only what belongs to the type may be named.")
record NewAlertMethod(
        @NotNull AlertMethod type,

        @Schema(
                description = "Of BASELINE: how often chance alone may bring a value above the bound, one-sided.",
                defaultValue = "0.01")
        @DecimalMin("0.0001")
        @DecimalMax("0.05")
        @Digits(integer = 1, fraction = 4)
        BigDecimal alpha,

        @Schema(
                description =
                        "Of BASELINE and CUSUM: how many years of reference; at least 3 of months or quarters, 4 of "
                                + "half years, 6 of years. By default 5, of years 6.")
        @Min(3)
        @Max(20)
        Integer yearsBack,

        @Schema(
                description = "Of BASELINE: how many periods before and after the same one of earlier years share its "
                        + "level. By default 1 of months, or else 0.")
        @Min(0)
        @Max(5)
        Integer halfWindow,

        @Schema(description = "Of BASELINE and CUSUM: fewer cases raise nothing.", defaultValue = "5")
        @Min(1)
        @Max(1000)
        Integer minimumCount,

        @Schema(
                description =
                        "Of CUSUM: reference value, in standard deviations; half of the shift that is looked for.",
                defaultValue = "0.5")
        @DecimalMin("0.1")
        @DecimalMax("3")
        @Digits(integer = 1, fraction = 2)
        BigDecimal k,

        @Schema(
                description = "Of CUSUM: decision interval, in standard deviations; a greater sum raises an alert.",
                defaultValue = "5")
        @DecimalMin("1")
        @DecimalMax("20")
        @Digits(integer = 2, fraction = 2)
        BigDecimal h,

        @Schema(description = "Of CUSUM: how many periods are summed up. By default those of a year.") @Min(1) @Max(24)
        Integer runLength,

        @Schema(description = "Of THRESHOLD: on which side of the value something is to be looked at.")
        Direction direction,

        @Schema(description = "Of THRESHOLD: in the unit of the indicator.") @Digits(integer = 15, fraction = 6)
        BigDecimal value) {

    private static final BigDecimal ALPHA = new BigDecimal("0.01");
    private static final int YEARS_BACK = 5;
    private static final int YEARS_BACK_OF_YEARS = 6;
    private static final int MINIMUM_COUNT = 5;
    private static final BigDecimal K = new BigDecimal("0.5");
    private static final BigDecimal H = new BigDecimal("5");

    /** On which side. */
    @Schema(name = "AlertDirection")
    enum Direction {
        ABOVE,
        BELOW
    }

    /** Names of what was said and does not belong to the type. */
    List<String> strangers() {
        List<String> strangers = new ArrayList<>();
        boolean isBaseline = type == AlertMethod.BASELINE;
        boolean isCusum = type == AlertMethod.CUSUM;
        boolean isThreshold = type == AlertMethod.THRESHOLD;
        addUnless(isBaseline, alpha, "alpha", strangers);
        addUnless(isBaseline || isCusum, yearsBack, "yearsBack", strangers);
        addUnless(isBaseline, halfWindow, "halfWindow", strangers);
        addUnless(isBaseline || isCusum, minimumCount, "minimumCount", strangers);
        addUnless(isCusum, k, "k", strangers);
        addUnless(isCusum, h, "h", strangers);
        addUnless(isCusum, runLength, "runLength", strangers);
        addUnless(isThreshold, direction, "direction", strangers);
        addUnless(isThreshold, value, "value", strangers);
        return strangers;
    }

    private static void addUnless(boolean belongs, Object said, String name, List<String> strangers) {
        if (!belongs && said != null) {
            strangers.add(name);
        }
    }

    int yearsBack(Frequency frequency) {
        int usual = frequency == Frequency.A ? YEARS_BACK_OF_YEARS : YEARS_BACK;
        return or(yearsBack, usual);
    }

    /** With what was left out as it is by default. Numbers are as short as they can be, so that equal ones are equal. */
    AlertRuleDefined.Method definition(Frequency frequency) {
        return switch (type) {
            case BASELINE ->
                new AlertRuleDefined.Method(
                        type.name(),
                        plain(or(alpha, ALPHA)),
                        yearsBack(frequency),
                        or(halfWindow, frequency == Frequency.M ? 1 : 0),
                        or(minimumCount, MINIMUM_COUNT),
                        null,
                        null,
                        null,
                        null,
                        null);
            case CUSUM ->
                new AlertRuleDefined.Method(
                        type.name(),
                        null,
                        yearsBack(frequency),
                        null,
                        or(minimumCount, MINIMUM_COUNT),
                        plain(or(k, K)),
                        plain(or(h, H)),
                        or(runLength, frequency.perYear()),
                        null,
                        null);
            case THRESHOLD ->
                new AlertRuleDefined.Method(
                        type.name(), null, null, null, null, null, null, null, direction.name(), plain(value));
            case NEW_RELEASE ->
                new AlertRuleDefined.Method(type.name(), null, null, null, null, null, null, null, null, null);
        };
    }

    private static <T> T or(T said, T usual) {
        return said == null ? usual : said;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
