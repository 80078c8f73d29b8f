package cl.observatory.reports.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    /** Reckoned by another program. */
    private static final List<Integer> EVER = List.of(0, -1, -1, 0, 0, -2, 1, -4, 4, 0, 1, 0);

    private final Noise noise = noise(1);

    @Test
    void noiseOfACellIsTheSameWhoeverAsksAndHoweverOften() {
        assertEquals(drawn(noise, "EXTORTION", OCTOBER), drawn(noise(1), "EXTORTION", OCTOBER));
    }

    /** Another way of drawing would draw closed months anew: it needs another word in the function, and a method of its own. */
    @Test
    void noiseOfTheseCellsIsWhatItEverWas() {
        assertEquals(
                EVER,
                IntStream.range(0, 12)
                        .map(place -> noise.of("EXTORTION", Integer.toString(13_101 + place), OCTOBER))
                        .boxed()
                        .toList());
    }

    @Test
    void otherMonthsCategoriesAndKeysHaveNoiseOfTheirOwn() {
        assertNotEquals(drawn(noise, "EXTORTION", OCTOBER), drawn(noise, "EXTORTION", OCTOBER.plusMonths(1)));
        assertNotEquals(drawn(noise, "EXTORTION", OCTOBER), drawn(noise, "GUNSHOTS", OCTOBER));
        assertNotEquals(drawn(noise, "EXTORTION", OCTOBER), drawn(noise(2), "EXTORTION", OCTOBER));
    }

    /** Of a hundred communes: two hundred bits and more. */
    private static List<Integer> drawn(Noise noise, String category, YearMonth month) {
        return IntStream.range(0, 100)
                .map(place -> noise.of(category, Integer.toString(13_101 + place), month))
                .boxed()
                .toList();
    }

    private static Noise noise(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new Noise(key, new TwoSidedGeometric(BigDecimal.ONE));
    }
}
