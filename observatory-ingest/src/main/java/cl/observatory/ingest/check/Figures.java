package cl.observatory.ingest.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers of rules, and the whole numbers that a data set's values are kept as. */
final class Figures {

    /** Beyond it a number is left as it came; validation refuses it. */
    private static final int SCALES = 30;

    private Figures() {}

    /** Equal numbers become equal objects: without zeros behind the point, and without an exponent. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null || Math.abs((long) number.scale()) > SCALES) {
            return number;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal orZero(BigDecimal number) {
        return number == null ? BigDecimal.ZERO : number;
    }

    /** A number in units of the last decimal, rounded as told when it lies between two of them. */
    static long kept(BigDecimal number, int decimals, RoundingMode rounding) {
        return number.movePointRight(decimals).setScale(0, rounding).longValueExact();
    }
}
