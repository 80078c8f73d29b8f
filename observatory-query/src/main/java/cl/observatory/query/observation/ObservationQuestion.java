package cl.observatory.query.observation;

import cl.observatory.problem.Parameters;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
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
        Instant updatedAfter) {

    private static final int MOST_TERRITORIES = 500;

    /** The question as it was written, each part null when it was left out. */
    record Written(
            String dataset,
            String territory,
            String level,
            String within,
            String period,
            List<String> dimensions,
            String asOf,
            String updatedAfter) {

        /** Faults go to the parameters. */
        ObservationQuestion read(Parameters parameters, Periods periods) {
            Instant instant = parameters.instant("asOf", asOf);
            return new ObservationQuestion(
                    parameters.matching("id", dataset, Datasets.ID),
                    TerritorySelection.codes(parameters, "territory", territory, MOST_TERRITORIES),
                    parameters.oneOf("level", level, TerritoryLevel.class, null),
                    within == null ? "CL" : parameters.matching("within", within, Territories.CODE),
                    periods.read(parameters, "period", period),
                    dimensions,
                    instant,
                    Updates.read(parameters, updatedAfter, instant));
        }
    }
}
