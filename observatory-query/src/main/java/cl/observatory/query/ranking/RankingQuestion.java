package cl.observatory.query.ranking;

import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import java.time.Instant;

/**
 * What is to be ranked.
 *
 * @param period one
 * @param within territory that holds all that are ranked
 * @param minPopulation least number of people of a ranked territory
 * @param asOf null for the present
 */
record RankingQuestion(
        String indicator,
        PeriodRange period,
        TerritoryLevel level,
        String within,
        long minPopulation,
        Ranking.Order order,
        Instant asOf,
        Boundaries boundaries) {

    Standpoint standpoint() {
        return new Standpoint(asOf, boundaries);
    }
}
