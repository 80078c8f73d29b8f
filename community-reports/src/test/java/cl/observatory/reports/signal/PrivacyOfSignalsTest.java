package cl.observatory.reports.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.signal.SignalsClosed.Commune;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.AssertionFailedError;

/**
 * A reader who knows every report but one, files as many of his own as he likes and knows which were found valid, reads what is
 * told for two years and then says whether the one report was made. Whoever can do no more than what ε allows is right in e^ε of
 * 1 + e^ε cases at most, whatever he does; this reader does the best that there is, and is held to that.
 */
class PrivacyOfSignalsTest {

    private static final String CATEGORY = "EXTORTION";
    private static final String COMMUNE = "13101";
    private static final YearMonth FIRST = YearMonth.of(2025, 1);
    private static final int MONTHS = 24;
    private static final int WORLDS = 8_000;

    /** How far chance may carry the share of right guesses in so many worlds: four standard deviations. */
    private static final double CHANCE = 4 * 0.5 / Math.sqrt(WORLDS);

    private static final BigDecimal OFF = new BigDecimal(1000);
    private static final TwoSidedGeometric ONE = new TwoSidedGeometric(BigDecimal.ONE);

    /** How the reader chooses the number of reports of each month, her own left out. */
    enum Filing {
        /** So that hers is what makes a band. */
        AT_THE_EDGE {
            @Override
            int of(int month) {
                return 4;
            }
        },
        /** So that every place within a band is tried. */
        EVERYWHERE {
            @Override
            int of(int month) {
                return month % 10;
            }
        },
        /** So that there always is a band. */
        FAR_ABOVE {
            @Override
            int of(int month) {
                return 50 + month % 5;
            }
        };

        abstract int of(int month);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, AT_THE_EDGE",
        "1.0, EVERYWHERE",
        "1.0, FAR_ABOVE",
        "0.3, AT_THE_EDGE",
        "0.3, EVERYWHERE",
        "2.0, AT_THE_EDGE"
    })
    void readerDoesNoBetterThanWhatEpsilonAllows(BigDecimal epsilon, Filing filing) {
        assertNoBetterThanAllowed(rightGuesses(epsilon, epsilon, filing), epsilon);
    }

    /** It is the reader who fails, and not the bound that is too far away: he does better than by tossing a coin. */
    @Test
    void readerLearnsSomething() {
        assertTrue(rightGuesses(BigDecimal.ONE, BigDecimal.ONE, Filing.AT_THE_EDGE) > 0.6);
    }

    @Test
    void withoutNoiseTheReaderIsAlwaysRightAndThisTestFails() {
        double right = rightGuesses(OFF, BigDecimal.ONE, Filing.AT_THE_EDGE);

        assertEquals(1.0, right);
        assertThrows(AssertionFailedError.class, () -> assertNoBetterThanAllowed(right, BigDecimal.ONE));
    }

    /** With half of the noise that was promised he is caught too. */
    @Test
    void withTooLittleNoiseThisTestFails() {
        double right = rightGuesses(new BigDecimal("2.0"), new BigDecimal("0.3"), Filing.AT_THE_EDGE);

        assertThrows(AssertionFailedError.class, () -> assertNoBetterThanAllowed(right, new BigDecimal("0.3")));
    }

    /** The promise itself, for everything that can be told of a commune. */
    @ParameterizedTest
    @CsvSource({"0", "4", "9", "12"})
    void nothingThatIsToldIsMuchLikelierWithTheReportThanWithout(int others) {
        // Given
        Map<Integer, Integer> without = new TreeMap<>();
        Map<Integer, Integer> with = new TreeMap<>();

        // When
        int worlds = 10 * WORLDS;
        for (int world = 0; world < worlds; world++) {
            without.merge(told(new Noise(key(world), ONE), FIRST, others), 1, Integer::sum);
            with.merge(told(new Noise(key(worlds + world), ONE), FIRST, others + 1), 1, Integer::sum);
        }

        // Then
        with.forEach((band, times) -> assertAtMost(times, without.getOrDefault(band, 0), band));
        without.forEach((band, times) -> assertAtMost(times, with.getOrDefault(band, 0), band));
    }

    /** Within five standard deviations of either number. */
    private static void assertAtMost(int times, int otherwise, int band) {
        double least = times - 5 * Math.sqrt(times) - 5;
        double most = otherwise + 5 * Math.sqrt(otherwise) + 5;
        assertTrue(least <= Math.E * most, () -> "band " + band + ": " + times + " to " + otherwise);
    }

    private static void assertNoBetterThanAllowed(double right, BigDecimal epsilon) {
        double odds = Math.exp(epsilon.doubleValue());
        double allowed = odds / (1 + odds) + CHANCE;
        assertTrue(right <= allowed, () -> "right in " + right + " of all cases, where " + allowed + " are allowed");
    }

    /**
     * In how many worlds he is right. In half of them the report was made, in a month that he knows. He knows the distribution of the
     * noise, and takes what explains better what he read; where both explain it alike, he tosses a coin.
     *
     * @param drawn ε of the noise that is drawn
     * @param believed ε of the noise that he reckons with
     */
    private static double rightGuesses(BigDecimal drawn, BigDecimal believed, Filing filing) {
        Random chance = new Random(7);
        TwoSidedGeometric distribution = new TwoSidedGeometric(drawn);
        int right = 0;
        for (int world = 0; world < WORLDS; world++) {
            Noise noise = new Noise(key(world), distribution);
            boolean made = chance.nextBoolean();
            int hers = chance.nextInt(MONTHS);
            double evidence = 0;
            for (int month = 0; month < MONTHS; month++) {
                int known = filing.of(month);
                int one = month == hers ? 1 : 0;
                int band = told(noise, FIRST.plusMonths(month), known + (made ? one : 0));
                evidence +=
                        Math.log(likelihood(band, known + one, believed)) - Math.log(likelihood(band, known, believed));
            }
            boolean guess = evidence == 0 ? chance.nextBoolean() : evidence > 0;
            right += guess == made ? 1 : 0;
        }
        return (double) right / WORLDS;
    }

    /** The lower end that is told of the commune, 0 when none is. */
    private static int told(Noise noise, YearMonth month, int count) {
        return ToldMonth.of(CATEGORY, month, List.of(COMMUNE), Map.of(COMMUNE, count), noise).communes().stream()
                .mapToInt(Commune::atLeast)
                .findFirst()
                .orElse(0);
    }

    /** How likely it is that a band is told of so many reports. */
    private static double likelihood(int band, int count, BigDecimal epsilon) {
        double above = atLeast(band + ToldMonth.BAND - count, epsilon);
        return band == 0 ? 1 - atLeast(ToldMonth.BAND - count, epsilon) : atLeast(band - count, epsilon) - above;
    }

    /** How likely the noise is so large or larger. */
    private static double atLeast(int value, BigDecimal epsilon) {
        double alpha = Math.exp(-epsilon.doubleValue());
        return value > 0 ? Math.pow(alpha, value) / (1 + alpha) : 1 - Math.pow(alpha, 1 - value) / (1 + alpha);
    }

    private static byte[] key(int world) {
        byte[] key = new byte[32];
        for (int place = 0; place < Integer.BYTES; place++) {
            key[place] = (byte) (world >>> (Byte.SIZE * place));
        }
        return key;
    }
}
