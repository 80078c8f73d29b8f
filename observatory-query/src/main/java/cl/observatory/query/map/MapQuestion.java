package cl.observatory.query.map;

import cl.observatory.query.boundary.Zoom;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import java.time.LocalDate;

/**
 * What is to be put on a map.
 *
 * @param period one
 * @param within territory that holds all that are shown
 * @param today in Chile
 */
record MapQuestion(
        String indicator,
        PeriodRange period,
        TerritoryLevel level,
        String within,
        Zoom zoom,
        Standpoint standpoint,
        LocalDate today) {

    /** A day of the division that territories are told in. */
    LocalDate day() {
        return switch (standpoint.boundaries()) {
            case current -> today;
            case asWas -> period.first().plus(1).start().minusDays(1);
        };
    }
}
