package cl.observatory.query.observation;

import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import java.time.Instant;
import java.util.List;

/**
 * Which slice of a data set is asked for.
 *
 * @param territories codes; when there are none, all of the level within the territory
 * @param level null for the data set's own
 * @param periods null for all of the data set's frequency
 * @param dimensions filters as they were written
 * @param asOf null for the present
 * @param updatedAfter only what has become another since that instant; null for everything
 */
record ObservationQuestion(
        String dataset,
        List<String> territories,
        TerritoryLevel level,
        String within,
        PeriodRange periods,
        List<String> dimensions,
        Instant asOf,
        Instant updatedAfter) {}
