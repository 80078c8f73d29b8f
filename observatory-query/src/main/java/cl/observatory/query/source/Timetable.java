package cl.observatory.query.source;

import cl.observatory.events.reference.SourceDefined;
import cl.observatory.events.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When the next figures of a source are due. Behind the end of the last period that was published, one cadence passes
 * until the next one is over, and the allowed delay until it must have been published: with {@code P1M} and {@code P45D},
 * the figures behind those of January are due 45 days after the end of February.
 *
 * @param cadence how often it publishes
 */
record Timetable(java.time.Period cadence, java.time.Period allowedDelay) {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    static Timetable of(SourceDefined source) {
        return new Timetable(java.time.Period.parse(source.cadence()), java.time.Period.parse(source.allowedDelay()));
    }

    /** The first instant, in Chile, at which it is late when nothing came behind that period. */
    Instant dueAfter(Period last) {
        LocalDate end = last.plus(1).start();
        return end.plus(cadence).plus(allowedDelay).atStartOfDay(CHILE).toInstant();
    }
}
