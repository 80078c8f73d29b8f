package cl.observatory.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands where a test puts it. */
public final class MovedClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("America/Santiago");

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private MovedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    public static MovedClock at(LocalDate day) {
        MovedClock clock = new MovedClock(new AtomicReference<>(Instant.EPOCH), ZONE);
        clock.moveTo(day);
        return clock;
    }

    /** To noon of the day in Chile. */
    public void moveTo(LocalDate day) {
        moveTo(day.atTime(12, 0).atZone(ZONE).toInstant());
    }

    public void moveTo(Instant instant) {
        now.set(instant);
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovedClock(now, other);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
