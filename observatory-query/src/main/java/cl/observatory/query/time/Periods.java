package cl.observatory.query.time;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Reads the periods of a request, relative ones by today's date in Chile. */
@ApplicationScoped
public class Periods {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final Clock clock;

    Periods(Clock clock) {
        this.clock = clock;
    }

    public PeriodRange thisYear() {
        Period year = Period.containing(Frequency.A, today());
        return new PeriodRange(year, year);
    }

    /** In Chile. */
    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The day of an instant, in Chile. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, CHILE);
    }

    /** The range that a parameter names, null when it is absent or faulty. */
    public PeriodRange read(Parameters parameters, String name, String value) {
        return parameters.read(name, value, text -> PeriodRange.parse(text, today()), "NOT_A_PERIOD");
    }

    /** One period, null when it is absent or faulty. */
    public PeriodRange readSingle(Parameters parameters, String name, String value) {
        return parameters.read(
                name, value, text -> PeriodRange.parse(text, today()).filter(PeriodRange::isSingle), "NOT_ONE_PERIOD");
    }
}
