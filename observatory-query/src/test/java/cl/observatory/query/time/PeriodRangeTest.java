package cl.observatory.query.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodRangeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "2024,2024,2024,1",
        "2018..2024,2018,2024,7",
        "2024-03,2024-03,2024-03,1",
        "2023-11..2024-02,2023-11,2024-02,4",
        "2023-Q4..2024-Q1,2023-Q4,2024-Q1,2",
        "2023-S2..2024-S2,2023-S2,2024-S2,3",
        "last1Months,2026-02,2026-02,1",
        "last12Months,2025-03,2026-02,12",
        "last1Years,2025,2025,1",
        "last5Years,2021,2025,5",
        "1424..2023,1424,2023,600"
    })
    void rangeIsResolvedIntoItsPeriods(String text, String first, String last, int size) {
        List<Period> periods = PeriodRange.parse(text, TODAY).orElseThrow().periods();

        assertEquals(first, periods.getFirst().toString());
        assertEquals(last, periods.getLast().toString());
        assertEquals(size, periods.size());
    }

    /** The month that has just begun is not over on its last day either. */
    @Test
    void periodThatIsNotOverIsNotAmongTheLast() {
        assertEquals("2026-02", last("last3Months", LocalDate.of(2026, 3, 31)));
        assertEquals("2026-03", last("last3Months", LocalDate.of(2026, 4, 1)));
        assertEquals("2025", last("last2Years", LocalDate.of(2026, 12, 31)));
        assertEquals("2026", last("last2Years", LocalDate.of(2027, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "2024..",
                "..2024",
                "2024..2018",
                "2024..2024-12",
                "2024-13",
                "2024-1",
                "0000",
                "24",
                "1423..2023",
                "last0Months",
                "last601Months",
                "last1000Years",
                "lastMonths",
                "last5years",
                "last5Weeks",
                "2018...2024",
                "2018..2020..2024",
                " 2024",
                "٢٠٢٤"
            })
    void anythingElseIsNoRange(String text) {
        assertEquals(Optional.empty(), PeriodRange.parse(text, TODAY));
    }

    private static String last(String text, LocalDate today) {
        return PeriodRange.parse(text, today).orElseThrow().last().toString();
    }
}
