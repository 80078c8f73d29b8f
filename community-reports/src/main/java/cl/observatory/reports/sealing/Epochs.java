package cl.observatory.reports.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** Which day and which week it is, in Chile. */
@ApplicationScoped
public class Epochs {

    private static final ZoneId ZONE = ZoneId.of("America/Santiago");

    private final Clock clock;

    public Epochs(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZONE));
    }

    public Epoch current() {
        return Epoch.of(today());
    }

    /** The first epoch whose private key may still be there. */
    public Epoch oldestOpen() {
        return Epoch.of(today().minusDays(Epoch.DAYS_AFTER_ITS_END));
    }

    /** Whether the epoch's private key has to be gone. */
    public boolean isClosed(Epoch epoch) {
        return epoch.compareTo(oldestOpen()) < 0;
    }
}
