package cl.observatory.events.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    private static final long SEED = 20_261_124;

    @ParameterizedTest
    @CsvSource({
        "2024, A, 2024, 1, 2024-01-01",
        "0001, A, 1, 1, 0001-01-01",
        "9999, A, 9999, 1, 9999-01-01",
        "2024-S1, S, 2024, 1, 2024-01-01",
        "2024-S2, S, 2024, 2, 2024-07-01",
        "2024-Q1, Q, 2024, 1, 2024-01-01",
        "2024-Q4, Q, 2024, 4, 2024-10-01",
        "2024-01, M, 2024, 1, 2024-01-01",
        "2024-12, M, 2024, 12, 2024-12-01",
    })
    void everyFormIsReadAndWrittenTheSame(String text, Frequency frequency, int year, int place, LocalDate start) {
        // When
        Period period = Period.parse(text).orElseThrow();

        // Then
        assertEquals(frequency, period.frequency());
        assertEquals(year, period.year());
        assertEquals(place, period.place());
        assertEquals(start, period.start());
        assertEquals(text, period.toString());
        assertEquals(Period.of(frequency, year, place), period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "24",
                "02024",
                "0000",
                "0000-01",
                "-2024",
                "2024-",
                "2024-0",
                "2024-00",
                "2024-13",
                "2024-1",
                "2024-S0",
                "2024-S3",
                "2024-Q0",
                "2024-Q5",
                "2024-s1",
                "2024S1",
                "2024-03-15",
                "2024-W01",
                "2024 ",
                " 2024",
                "2024-01\n",
                "२०२४",
                "2024/01",
                "2018..2024"
            })
    void whatIsNoPeriodIsNotRead(String text) {
        // When
        Optional<Period> period = Period.parse(text);

        // Then
        assertTrue(period.isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyDayLiesInThePeriodThatContainsIt(Frequency frequency) {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            LocalDate day = LocalDate.ofYearDay(1 + random.nextInt(9_998), 1 + random.nextInt(365));

            // When
            Period period = Period.containing(frequency, day);

            // Then
            String context = frequency + " of " + day + ", seed " + SEED;
            assertTrue(!day.isBefore(period.start()), context);
            assertTrue(day.isBefore(period.plus(1).start()), context);
            assertEquals(period, Period.parse(period.toString()).orElseThrow(), context);
            assertEquals(Optional.of(period), Period.startingOn(frequency, period.start()), context);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11, 3, 2025-02",
        "2024-11, -11, 2023-12",
        "2024-Q4, 1, 2025-Q1",
        "2024-S1, -1, 2023-S2",
        "2024, 0, 2024",
        "2024, -4, 2020",
    })
    void addingCountsInPeriodsOfTheFrequency(String from, int periods, String to) {
        // When
        Period moved = Period.parse(from).orElseThrow().plus(periods);

        // Then
        assertEquals(to, moved.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "A, 2024-02-01",
        "A, 2024-01-02",
        "S, 2024-04-01",
        "Q, 2024-02-01",
        "M, 2024-01-15",
        "M, 0000-01-01",
    })
    void noPeriodStartsOnADayWithinOne(Frequency frequency, LocalDate day) {
        // When
        Optional<Period> period = Period.startingOn(frequency, day);

        // Then
        assertTrue(period.isEmpty());
    }

    @Test
    void periodsAreOrderedByTime() {
        // Given
        List<String> written = List.of("2025-01", "2024-12", "2023-12", "2024-02");

        // When
        List<String> sorted = written.stream()
                .map(text -> Period.parse(text).orElseThrow())
                .sorted()
                .map(Period::toString)
                .toList();

        // Then
        assertEquals(List.of("2023-12", "2024-02", "2024-12", "2025-01"), sorted);
    }

    @Test
    void periodsOfDifferentFrequenciesHaveNoOrder() {
        // Given
        Period year = Period.ofYear(2024);
        Period month = Period.of(Frequency.M, 2024, 1);

        // When
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> year.compareTo(month));

        // Then
        assertEquals("periods of different frequencies have no order", refusal.getMessage());
    }

    @Test
    void periodsAreWrittenInTheDigitsOfIsoWhateverTheMachineSpeaks() {
        // Given
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            // When
            String written = Period.of(Frequency.M, 2024, 3).toString();

            // Then
            assertEquals("2024-03", written);
        } finally {
            Locale.setDefault(before);
        }
    }
}
