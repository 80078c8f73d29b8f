package cl.observatory.query.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.events.time.Period;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    @ParameterizedTest
    @CsvSource({
        "2015-01, 2026-06, 2025",
        "2015-01, 2025-12, 2025",
        "2025-01, 2025-12, 2025",
        "2025-02, 2025-12, 2025-12",
        "2025-03, 2026-11, 2026-11",
        "2024-03, 2026-11, 2025",
        "2020-Q1, 2024-Q3, 2023",
        "2020, 2024, 2024",
        "2024, 2024, 2024"
    })
    void latestCompletePeriodIsTheLastYearToldToItsEndOrElseTheLastPeriod(String first, String last, String latest) {
        assertEquals(
                latest, span(first, last, true).latestComplete(Optional.empty()).toString());
    }

    @ParameterizedTest
    @CsvSource({"2020-01, 2024-03, 2024-03", "2020, 2022, 2022"})
    void whatIsNeverAddedUpMakesNoYears(String first, String last, String latest) {
        assertEquals(
                latest,
                span(first, last, false).latestComplete(Optional.empty()).toString());
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024", "2030, 2025", "2014, 2025", "2015, 2015"})
    void rateIsOfNoLaterYearThanItsPopulationUnlessThatEndsBeforeAll(String lastOfPeople, String latest) {
        Span people = span("2000", lastOfPeople, true);

        assertEquals(
                latest,
                span("2015-01", "2026-06", true)
                        .latestComplete(Optional.of(people))
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2015-01, 2026-06, 2015-01, 2025-06, 2024",
        "2015-01, 2026-06, 2015-01, 2025-12, 2025",
        "2025-03, 2026-06, 2025-03, 2026-05, 2026-05",
        "2025-03, 2026-06, 2020-01, 2024-05, 2026-06"
    })
    void shareIsOfNoLaterPeriodThanBothOfItsSidesAreToldToTheEnd(
            String first, String last, String firstOfWhole, String lastOfWhole, String latest) {
        assertEquals(
                latest,
                span(first, last, true)
                        .latestComplete(Optional.of(span(firstOfWhole, lastOfWhole, true)))
                        .toString());
    }

    @Test
    void allPeriodsAreYearsUnlessNothingIsAddedUp() {
        assertEquals("2015", span("2015-03", "2026-06", true).all().first().toString());
        assertEquals("2026", span("2015-03", "2026-06", true).all().last().toString());
        assertEquals("2015-03", span("2015-03", "2026-06", false).all().first().toString());
    }

    private static Span span(String first, String last, boolean addsUp) {
        return new Span(Period.parse(first).orElseThrow(), Period.parse(last).orElseThrow(), addsUp);
    }
}
