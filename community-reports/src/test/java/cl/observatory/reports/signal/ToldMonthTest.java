package cl.observatory.reports.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.signal.SignalsClosed.Commune;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldMonthTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Noise OFF = new Noise(new byte[32], new TwoSidedGeometric(new BigDecimal(1000)));
    private static final Noise NOISE = new Noise(new byte[32], new TwoSidedGeometric(BigDecimal.ONE));

    @Test
    void bandsBeginAtFiveAndGoByFives() {
        ToldMonth told = ToldMonth.of(
                "EXTORTION",
                OCTOBER,
                List.of("13105", "13104", "13103", "13102", "13101"),
                Map.of("13101", 4, "13102", 5, "13103", 9, "13104", 10, "13105", 24),
                OFF);

        assertEquals(
                List.of(
                        new Commune("13102", 5),
                        new Commune("13103", 5),
                        new Commune("13104", 10),
                        new Commune("13105", 20)),
                told.communes());
    }

    /** Else whoever is told of would have been reported about. */
    @Test
    void communesWithoutAReportAreNoisedLikeAllOthers() {
        List<String> communes =
                IntStream.range(0, 10_000).mapToObj(Integer::toString).toList();

        int told = ToldMonth.of("EXTORTION", OCTOBER, communes, Map.of(), NOISE)
                .communes()
                .size();

        // α⁵ ÷ (1 + α) of them, 49 of ten thousand, give or take four standard deviations
        assertEquals(49, told, 28);
    }

    @Test
    void countOfAPlaceThatIsNoCommuneIsLeftOut() {
        ToldMonth told = ToldMonth.of("EXTORTION", OCTOBER, List.of("13101"), Map.of("08401", 50), OFF);

        assertTrue(told.communes().isEmpty());
    }

    @Test
    void noiseIsAddedBeforeTheBandIsTaken() {
        List<String> communes =
                IntStream.range(0, 1_000).mapToObj(Integer::toString).toList();
        Map<String, Integer> counts = Map.of("7", 100);

        for (Commune commune :
                ToldMonth.of("EXTORTION", OCTOBER, communes, counts, NOISE).communes()) {
            int noised = counts.getOrDefault(commune.code(), 0) + NOISE.of("EXTORTION", commune.code(), OCTOBER);
            assertEquals(noised / 5 * 5, commune.atLeast());
        }
    }
}
