package cl.observatory.reports.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoSidedGeometricTest {

    private static final int BYTES = 32;
    private static final int DRAWS = 200_000;

    /** Farther from zero than this, values are counted together. */
    private static final int FARTHEST = 8;

    /** The 0.999 quantile of χ² with 18 degrees of freedom: of 19 classes. */
    private static final double CHI_SQUARE = 42.312;

    /** 1 − tanh ½ to thirty digits: how often a value is not zero when ε is 1. */
    private static final String NOT_ZERO = "0.537882842739990241497681516356";

    private final TwoSidedGeometric one = new TwoSidedGeometric(BigDecimal.ONE);

    /** From a key that stands here, so that the numbers are the same each time. */
    @Test
    void valuesAreAsFrequentAsTheirDistributionSays() {
        // Given
        byte[] key = new byte[BYTES];
        Arrays.fill(key, (byte) 42);
        Noise noise = new Noise(key, one);

        // When
        Map<Integer, Integer> frequencies = new TreeMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            int value = noise.of("DRAWN", Integer.toString(draw), YearMonth.of(2026, 10));
            frequencies.merge(Math.clamp(value, -FARTHEST - 1, FARTHEST + 1), 1, Integer::sum);
        }

        // Then
        double alpha = Math.exp(-1);
        double statistic = 0;
        for (int value = -FARTHEST - 1; value <= FARTHEST + 1; value++) {
            double tail = Math.pow(alpha, Math.abs(value)) / (1 + alpha);
            double expected = DRAWS * (Math.abs(value) > FARTHEST ? tail : tail * (1 - alpha));
            double apart = frequencies.getOrDefault(value, 0) - expected;
            statistic += apart * apart / expected;
        }
        assertTrue(statistic < CHI_SQUARE, "χ² is " + statistic + ": " + frequencies);
    }

    @Test
    void boundBetweenZeroAndTheOthersIsExactToThirtyDigits() {
        BigDecimal bound = new BigDecimal(NOT_ZERO);
        BigDecimal digit = new BigDecimal("1E-30");

        assertEquals(1, one.drawn(uniform(bound)));
        assertEquals(0, one.drawn(uniform(bound.add(digit))));
    }

    @Test
    void oneBitTellsTheSideAndTheOthersHowFar() {
        byte[] near = uniform(new BigDecimal(NOT_ZERO));
        near[0] |= (byte) 0x80;

        assertEquals(-1, one.drawn(near));
    }

    /** α^k is below 2^−255 there. */
    @ParameterizedTest
    @CsvSource({"1, 176", "2, 88", "0.01, 17675"})
    void farthestValueIsWhereProbabilitiesGetSmallerThanAStep(BigDecimal epsilon, int farthest) {
        int drawn = new TwoSidedGeometric(epsilon).drawn(new byte[BYTES]);

        assertEquals(farthest, drawn, 1);
    }

    @Test
    void hugeEpsilonIsNoNoise() {
        TwoSidedGeometric off = new TwoSidedGeometric(new BigDecimal(1000));

        assertEquals(0, off.drawn(new byte[BYTES]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void epsilonThatPromisesNothingIsRefused(BigDecimal epsilon) {
        assertThrows(IllegalArgumentException.class, () -> new TwoSidedGeometric(epsilon));
    }

    /** The number at a place of [0, 1), on the upper side. */
    private static byte[] uniform(BigDecimal place) {
        byte[] bytes = place.multiply(new BigDecimal(BigInteger.TWO.pow(255)))
                .toBigInteger()
                .toByteArray();
        byte[] uniform = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, uniform, BYTES - length, length);
        return uniform;
    }
}
