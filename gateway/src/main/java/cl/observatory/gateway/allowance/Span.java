package cl.observatory.gateway.allowance;

import java.time.Duration;
import java.time.Instant;

/** How long an allowance lasts. Every replica begins a window at the same instant: at the full minute, and at midnight in UTC. */
enum Span {
    MINUTE(Duration.ofMinutes(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Span(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** When the window began in which this instant lies. */
    Instant beginOf(Instant instant) {
        long second = instant.getEpochSecond();
        return Instant.ofEpochSecond(second - second % length.toSeconds());
    }
}
