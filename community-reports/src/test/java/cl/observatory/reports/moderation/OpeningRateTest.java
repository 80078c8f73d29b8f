package cl.observatory.reports.moderation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.Configuration;
import cl.observatory.reports.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningRateTest {

    private static final Instant NOON = Instant.parse("2026-12-01T15:00:00Z");

    private final MovedClock clock = MovedClock.at(LocalDate.of(2026, 12, 1));
    private final OpeningRate rate = new OpeningRate(
            Configuration.of(Map.of("reports.moderation.openings-per-hour", "2"))
                    .getConfigMapping(ModerationConfig.class),
            clock);

    @Test
    void windowGoesAlongWithTheClock() {
        // Given
        admit("a", 0);
        admit("a", 40);

        // When
        Optional<Duration> third = admit("a", 50);
        Optional<Duration> anHourAfterTheFirst = admit("a", 60);
        Optional<Duration> fourth = admit("a", 61);

        // Then
        assertEquals(Optional.of(Duration.ofMinutes(10)), third);
        assertEquals(Optional.empty(), anHourAfterTheFirst);
        assertEquals(Optional.of(Duration.ofMinutes(39)), fourth);
    }

    @Test
    void personsHaveEachTheirOwn() {
        // Given
        admit("a", 0);
        admit("a", 0);

        // When
        Optional<Duration> other = admit("b", 0);

        // Then
        assertEquals(Optional.empty(), other);
        assertEquals(Optional.of(Duration.ofHours(1)), admit("a", 0));
    }

    /** What is refused does not make anybody wait longer. */
    @Test
    void refusedOpeningsDoNotCount() {
        // Given
        admit("a", 0);
        admit("a", 0);
        for (int minute = 1; minute < 60; minute++) {
            admit("a", minute);
        }

        // When
        Optional<Duration> anHourLater = admit("a", 60);

        // Then
        assertEquals(Optional.empty(), anHourLater);
    }

    private Optional<Duration> admit(String principal, int minutes) {
        clock.moveTo(NOON.plus(Duration.ofMinutes(minutes)));
        return rate.admit(principal);
    }
}
