package cl.observatory.query.measure;

import cl.observatory.query.statistic.RateRatio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "RateRatio",
        description =
                "How many times another value a value is, with its 95 % interval: the logarithm of the ratio ± 1.96 "
                        + "× √(1/n + 1/n), n being the two counts. Where one of them is zero, ½ is added to both. An interval "
                        + "that holds 1 is of a difference that may be chance.")
public record RatioView(BigDecimal value, BigDecimal lower, BigDecimal upper) {

    private static final int DECIMALS = 4;

    public static RatioView of(RateRatio ratio) {
        return new RatioView(
                rounded(ratio.value()),
                rounded(ratio.interval().lower()),
                rounded(ratio.interval().upper()));
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
