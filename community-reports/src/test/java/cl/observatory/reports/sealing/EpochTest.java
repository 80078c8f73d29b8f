package cl.observatory.reports.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.MovedClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-05,0",
        "1970-01-11,0",
        "1970-01-12,1",
        "1970-01-04,-1",
        "2026-11-29,2968",
        "2026-11-30,2969",
    })
    void aDayIsInTheWeekFromMondayToSunday(LocalDate day, int number) {
        assertEquals(new Epoch(number), Epoch.of(day));
    }

    @Test
    void everyDayOfAWeekIsOfItsEpoch() {
        Epoch epoch = new Epoch(2969);

        assertEquals(DayOfWeek.MONDAY, epoch.firstDay().getDayOfWeek());
        epoch.firstDay().datesUntil(epoch.lastDay().plusDays(1)).forEach(day -> assertEquals(epoch, Epoch.of(day)));
        assertEquals(epoch.plus(1), Epoch.of(epoch.lastDay().plusDays(1)));
        assertEquals(epoch.plus(-1), Epoch.of(epoch.firstDay().minusDays(1)));
    }

    @Test
    void itsKeyLivesFor180DaysAfterItsLastDay() {
        // Given
        Epoch epoch = Epoch.of(LocalDate.of(2026, 11, 30));
        MovedClock clock = MovedClock.at(epoch.firstDay());
        Epochs epochs = new Epochs(clock);

        // 2026-12-06 and 180 days
        assertEquals(LocalDate.of(2027, 6, 5), epoch.closedOn());
        clock.moveTo(LocalDate.of(2027, 6, 4));
        assertFalse(epochs.isClosed(epoch));
        assertEquals(epoch, epochs.oldestOpen());
        clock.moveTo(LocalDate.of(2027, 6, 5));
        assertTrue(epochs.isClosed(epoch));
        assertEquals(epoch.plus(1), epochs.oldestOpen());
    }

    @Test
    void aWeekBeginsAtMidnightInChile() {
        // Given
        MovedClock clock = MovedClock.at(LocalDate.EPOCH);
        Epochs epochs = new Epochs(clock);

        // Monday at three o'clock in Greenwich is midnight in Santiago in summer
        clock.moveTo(Instant.parse("2026-11-30T02:59:59Z"));
        assertEquals(new Epoch(2968), epochs.current());
        clock.moveTo(Instant.parse("2026-11-30T03:00:00Z"));
        assertEquals(new Epoch(2969), epochs.current());
        assertEquals(LocalDate.of(2026, 11, 30), epochs.today());
    }
}
