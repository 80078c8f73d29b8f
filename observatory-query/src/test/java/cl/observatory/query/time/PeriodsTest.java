package cl.observatory.query.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.problem.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    /** At three in the morning of New Year's Day in Greenwich it is midnight in Chile; a second before, it is last year. */
    @Test
    void todayIsTheDayInChile() {
        assertEquals("2024", lastYear("2026-01-01T02:59:59Z"));
        assertEquals("2025", lastYear("2026-01-01T03:00:00Z"));
        assertEquals("2025", thisYear("2026-01-01T02:59:59Z"));
        assertEquals("2026", thisYear("2026-01-01T03:00:00Z"));
    }

    private static String lastYear(String now) {
        return periods(now)
                .read(new Parameters(), "period", "last1Years")
                .last()
                .toString();
    }

    private static String thisYear(String now) {
        return periods(now).thisYear().last().toString();
    }

    private static Periods periods(String now) {
        return new Periods(Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }
}
