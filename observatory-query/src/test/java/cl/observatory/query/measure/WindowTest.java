package cl.observatory.query.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.time.PeriodRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({"12,2024-12,2024-01", "12,2024-03,2023-04", "4,2024-Q1,2023-Q2", "2,2024-S1,2023-S2", "3,2024,2022"})
    void windowEndsWithThePeriodThatItBearsTheNameOf(int periods, String last, String first) {
        assertEquals(period(first), new Window(periods, false).first(period(last)));
    }

    @Test
    void yearsHaveTheWeightOfTheirMonths() {
        assertEquals(Map.of(2023, 9, 2024, 3), new Window(12, false).monthsOfYears(period("2024-03")));
        assertEquals(Map.of(2024, 12), new Window(12, false).monthsOfYears(period("2024-12")));
        assertEquals(Map.of(2023, 9, 2024, 3), new Window(4, false).monthsOfYears(period("2024-Q1")));
        assertEquals(Map.of(2022, 12, 2023, 12, 2024, 12), new Window(3, false).monthsOfYears(period("2024")));
        assertEquals(Map.of(2024, 1), Window.ONE.monthsOfYears(period("2024-03")));
    }

    @Test
    void rateOfAYearIsTwelveMonthsOfItsOwn() {
        assertEquals(12, new Window(1, true).factor(Frequency.M));
        assertEquals(4, new Window(1, true).factor(Frequency.Q));
        assertEquals(1, new Window(1, true).factor(Frequency.A));
        assertEquals(1, new Window(12, true).factor(Frequency.M));
        assertEquals(0.5, new Window(24, true).factor(Frequency.M));
        assertEquals(1, new Window(1, false).factor(Frequency.M));
    }

    @Test
    void windowsThatLieApartShareNothing() {
        assertTrue(new Window(12, false).share(period("2024-01"), period("2024-12")));
        assertFalse(new Window(12, false).share(period("2023-12"), period("2024-12")));
        assertFalse(Window.ONE.share(period("2024-01"), period("2024-02")));
    }

    @Test
    void windowBeginsNoEarlierThanTimeIsCounted() {
        PeriodRange first = new PeriodRange(period("0001-01"), period("0001-02"));

        assertEquals(
                new PeriodRange(new Period(Frequency.M, 0), period("0001-02")), new Window(24, false).reach(first));
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow();
    }
}
