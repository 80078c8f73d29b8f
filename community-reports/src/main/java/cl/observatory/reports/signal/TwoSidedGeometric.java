package cl.observatory.reports.signal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The two-sided geometric distribution (discrete Laplace): <i>x</i> has the probability (1 − α) ÷ (1 + α) · α^|<i>x</i>| with α =
 * e^−ε, so that a count and the one beside it bring any result with odds that differ by the factor e^ε at most.
 *
 * <p>It is drawn by its inverse from 256 bits that are taken as uniform: one says on which side of zero, the other 255 are
 * compared as a whole number with thresholds, floor(2^255 · P(|X| ≥ <i>k</i>)). These are computed with {@value #DIGITS}
 * decimal digits, which is more than the 77 that a threshold has; there is no floating point, and no bit pattern of one that
 * would tell what a result was made of. A threshold is less than one step too low, so each probability is off by less than
 * 2^−253, and the values beyond the last threshold, which do not occur, would have had less than 2^−253 together. Over all
 * values, 2 · 17,700 at the smallest ε that is allowed, that is less than 2^−237: far less than the chance to guess the key
 * that the bits come from.
 */
final class TwoSidedGeometric {

    /** Of the uniform number that tells how far from zero. */
    private static final int BITS = 255;

    private static final int DIGITS = 120;
    private static final MathContext PRECISION = new MathContext(DIGITS);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The one at place k tells whether a number is more than k from zero. */
    private final List<BigInteger> thresholds;

    /**
     * @param epsilon above zero; of 177 and more nothing but zero is drawn
     */
    TwoSidedGeometric(BigDecimal epsilon) {
        if (epsilon.signum() <= 0) {
            throw new IllegalArgumentException("epsilon has to be above zero");
        }
        BigDecimal alpha = BigDecimal.ONE.divide(exponential(epsilon), PRECISION);
        BigDecimal tail = TWO.multiply(alpha).divide(BigDecimal.ONE.add(alpha), PRECISION);
        BigDecimal steps = new BigDecimal(BigInteger.TWO.pow(BITS));
        List<BigInteger> found = new ArrayList<>();
        for (BigInteger threshold = steps.multiply(tail).toBigInteger();
                threshold.signum() > 0;
                threshold = steps.multiply(tail).toBigInteger()) {
            found.add(threshold);
            tail = tail.multiply(alpha, PRECISION);
        }
        thresholds = List.copyOf(found);
    }

    /** By the series of the exponential function, whose terms are all positive here. */
    private static BigDecimal exponential(BigDecimal exponent) {
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int place = 1; term.precision() - term.scale() > -DIGITS; place++) {
            term = term.multiply(exponent).divide(BigDecimal.valueOf(place), PRECISION);
            sum = sum.add(term, PRECISION);
        }
        return sum;
    }

    /**
     * @param uniform 32 bytes, each value as likely as any other
     */
    int drawn(byte[] uniform) {
        BigInteger bits = new BigInteger(1, uniform);
        BigInteger place = bits.clearBit(BITS);
        int distance = 0;
        int behind = thresholds.size();
        while (distance < behind) {
            int middle = (distance + behind) >>> 1;
            if (place.compareTo(thresholds.get(middle)) < 0) {
                distance = middle + 1;
            } else {
                behind = middle;
            }
        }
        return bits.testBit(BITS) ? -distance : distance;
    }
}
