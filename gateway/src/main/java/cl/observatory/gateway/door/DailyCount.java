package cl.observatory.gateway.door;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A count that moves once a day, by a multiple of five, and never tells more finely than by the day. It begins with the
 * first day that the process sees from its beginning: what came between a start and midnight would be a figure of those
 * hours alone. So every start costs the rest of its day, and what is told is never more than what was.
 */
final class DailyCount {

    private static final ZoneId ZONE = ZoneId.of("America/Santiago");
    private static final int STEP = 5;

    private final Clock clock;
    private LocalDate day;
    private boolean wholeDay;
    private long today;
    private long told;

    DailyCount(Clock clock) {
        this.clock = clock;
        this.day = now();
    }

    synchronized void add() {
        turnDays();
        today++;
    }

    synchronized double told() {
        turnDays();
        return told;
    }

    private void turnDays() {
        LocalDate now = now();
        if (now.isAfter(day)) {
            if (wholeDay) {
                told += today - today % STEP;
            }
            day = now;
            wholeDay = true;
            today = 0;
        }
    }

    private LocalDate now() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
