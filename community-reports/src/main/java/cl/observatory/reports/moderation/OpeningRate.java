package cl.observatory.reports.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many reports a person opened within the last hour. It is kept in the memory of the process and nowhere else: a table
 * of it would say at which hour somebody worked on what. What this cannot see, other processes and the time before a
 * start, the bound of a day does, which is counted from the audit.
 */
@ApplicationScoped
class OpeningRate {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final ModerationConfig config;
    private final Clock clock;
    private final Map<String, Deque<Instant>> openings = new HashMap<>();

    OpeningRate(ModerationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Counts an opening when the person may have one more.
     *
     * @return how long the person has to wait, when not
     */
    synchronized Optional<Duration> admit(String principal) {
        Instant now = clock.instant();
        openings.values().forEach(times -> times.removeIf(time -> !time.isAfter(now.minus(WINDOW))));
        openings.values().removeIf(Deque::isEmpty);
        Deque<Instant> own = openings.computeIfAbsent(principal, none -> new ArrayDeque<>());
        if (own.size() >= config.openingsPerHour()) {
            return Optional.of(Duration.between(now, own.peekFirst().plus(WINDOW)));
        }
        own.addLast(now);
        return Optional.empty();
    }
}
