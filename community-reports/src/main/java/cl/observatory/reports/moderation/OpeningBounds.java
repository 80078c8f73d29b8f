package cl.observatory.reports.moderation;

import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.identity.Callers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * How many reports a person may open. That somebody reached a bound is an alarm: it tells who, and nothing of what they
 * opened.
 */
@ApplicationScoped
class OpeningBounds {

    private static final Logger LOG = Logger.getLogger(OpeningBounds.class);
    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final ModerationConfig config;
    private final OpeningRate rate;
    private final Callers callers;
    private final Clock clock;
    private final Counter refused;

    OpeningBounds(ModerationConfig config, OpeningRate rate, Callers callers, Clock clock, MeterRegistry metrics) {
        this.config = config;
        this.rate = rate;
        this.callers = callers;
        this.clock = clock;
        this.refused = Counter.builder("reports.openings.refused")
                .description("Openings of reports that were refused since a person had reached a bound")
                .register(metrics);
    }

    /**
     * Counts an opening of the caller.
     *
     * @throws ProblemException when there were too many within the last hour
     */
    void checkHour() {
        Optional<Duration> wait = rate.admit(callers.principal());
        if (wait.isPresent()) {
            throw alarm("hour", config.openingsPerHour(), wait.get());
        }
    }

    /**
     * @param openings that the caller has had this day, with this one
     * @throws ProblemException when that is too many
     */
    void checkDay(int openings) {
        if (openings > config.openingsPerDay()) {
            throw alarm("day", config.openingsPerDay(), untilTomorrow());
        }
    }

    private Duration untilTomorrow() {
        ZonedDateTime now = clock.instant().atZone(CHILE);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(CHILE));
    }

    private ProblemException alarm(String window, int bound, Duration wait) {
        refused.increment();
        LOG.warn(callers.principal() + " reached the bound of openings within a " + window);
        return new ProblemException(ReportsProblem.TOO_MANY_OPENINGS, Integer.toString(bound))
                .withHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
    }
}
