package cl.observatory.reports.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void numbersAreFlooredToFives() {
        Figures figures = Figures.of(19, new Handled(Map.of("SPAM", 9), Map.of(1, 4, 3, 7), 24));

        assertEquals(new Figures(15, Map.of("SPAM", 5), 10, 3, 20), figures);
    }

    /** One, four or none: nobody can tell. */
    @Test
    void whatIsBelowFiveIsAsIfItWereNot() {
        assertEquals(
                Figures.of(0, new Handled(Map.of(), Map.of(), 0)),
                Figures.of(4, new Handled(Map.of("SPAM", 4, "TEST", 1), Map.of(2, 3, 90, 1), 4)));
    }

    @Test
    void halfOfTheDecisionsWereMadeWithinTheMedian() {
        assertEquals(
                2,
                Figures.of(0, new Handled(Map.of(), Map.of(1, 2, 2, 1, 30, 3), 0))
                        .medianDays());
        assertEquals(
                30, Figures.of(0, new Handled(Map.of(), Map.of(1, 2, 30, 3), 0)).medianDays());
        assertNull(Figures.of(0, new Handled(Map.of(), Map.of(1, 4), 0)).medianDays());
    }
}
