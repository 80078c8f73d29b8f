package cl.observatory.query.ranking;

import cl.observatory.problem.Parameters;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
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

    private static final int MIN_POPULATION = 10_000;

    /**
     * The question as it was written, each part null when it was left out.
     *
     * @param indicator its code
     */
    record Written(
            String indicator,
            String period,
            String level,
            String within,
            String minPopulation,
            String order,
            String asOf,
            String boundaries) {

        /** Faults go to the parameters. */
        RankingQuestion read(Parameters parameters, Periods periods) {
            return new RankingQuestion(
                    parameters.matching("code", indicator, Indicators.CODE),
                    periods.readSingle(parameters, "period", parameters.required("period", period)),
                    parameters.oneOf("level", level, TerritoryLevel.class, TerritoryLevel.commune),
                    within == null ? "CL" : parameters.matching("within", within, Territories.CODE),
                    parameters.integer("minPopulation", minPopulation, 0, Integer.MAX_VALUE, MIN_POPULATION),
                    parameters.oneOf("order", order, Ranking.Order.class, Ranking.Order.desc),
                    parameters.instant("asOf", asOf),
                    parameters.oneOf("boundaries", boundaries, Boundaries.class, Boundaries.current));
        }
    }

    Standpoint standpoint() {
        return new Standpoint(asOf, boundaries);
    }
}
