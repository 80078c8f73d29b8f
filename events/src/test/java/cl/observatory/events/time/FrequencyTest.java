package cl.observatory.events.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrequencyTest {

    @ParameterizedTest
    @CsvSource({"A, 1, 12", "S, 2, 6", "Q, 4, 3", "M, 12, 1"})
    void periodsOfAYearAddUpToTwelveMonths(Frequency frequency, int perYear, int months) {
        // When
        int total = frequency.perYear() * frequency.months();

        // Then
        assertEquals(perYear, frequency.perYear());
        assertEquals(months, frequency.months());
        assertEquals(12, total);
    }
}
