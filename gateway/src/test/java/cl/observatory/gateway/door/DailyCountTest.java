package cl.observatory.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.gateway.support.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DailyCountTest {

    /** Noon of 1 June 2026 in Chile. */
    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T16:00:00Z"));

    private final DailyCount count = new DailyCount(clock);

    @Test
    void wholeDayIsToldWhenItIsOverAndRoundedDown() {
        clock.move(Duration.ofHours(12));
        add(14);
        clock.move(Duration.ofHours(23));
        assertEquals(0, count.told());

        clock.move(Duration.ofHours(1));

        assertEquals(10, count.told());
    }

    @Test
    void dayOfTheStartIsNeverTold() {
        add(1_000);
        clock.move(Duration.ofDays(1));

        assertEquals(0, count.told());
    }

    @Test
    void whatADayLeavesOverIsNotAddedToTheNext() {
        clock.move(Duration.ofHours(12));
        for (int day = 0; day < 3; day++) {
            add(4);
            clock.move(Duration.ofDays(1));
        }
        assertEquals(0, count.told());

        add(5);
        clock.move(Duration.ofDays(1));

        assertEquals(5, count.told());
    }

    @Test
    void daysWithoutARequestOrALookAreLeftBehind() {
        clock.move(Duration.ofHours(12));
        add(6);
        clock.move(Duration.ofDays(9));
        add(7);
        assertEquals(5, count.told());

        clock.move(Duration.ofDays(1));

        assertEquals(10, count.told());
    }

    private void add(int times) {
        for (int i = 0; i < times; i++) {
            count.add();
        }
    }
}
