package cl.observatory.query.peers;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Divisions;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.ranking.Ranking;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Answers how a commune compares with those that are most like it. */
@ApplicationScoped
class Peers {

    private static final String COUNTRY = "CL";

    private final Indicators indicators;
    private final Territories territories;
    private final Measures measures;
    private final Divisions divisions;
    private final Features features;
    private final Periods periods;

    Peers(
            Indicators indicators,
            Territories territories,
            Measures measures,
            Divisions divisions,
            Features features,
            Periods periods) {
        this.indicators = indicators;
        this.territories = territories;
        this.measures = measures;
        this.divisions = divisions;
        this.features = features;
        this.periods = periods;
    }

    /**
     * A comparison with what it was made from.
     *
     * @param measured of the place, its peers and those that were passed over
     * @param place its own value
     * @param known whether everything that it is compared by is known of the place
     */
    record Answer(
            PeersQuestion question,
            IndicatorDefined indicator,
            Measures.Measured measured,
            Measure place,
            List<Features.Known> features,
            Similarity similarity,
            Comparison comparison,
            boolean known) {

        Period period() {
            return place.period();
        }
    }

    /**
     * @throws ProblemException when there is no such commune, indicator or feature, or no values of that frequency
     */
    Answer answer(PeersQuestion question) {
        Parameters parameters = new Parameters();
        IndicatorDefined indicator = indicators.find(question.indicator()).orElse(null);
        if (indicator == null) {
            parameters.refuse("indicator", "NOT_AN_INDICATOR", question.indicator());
            parameters.check(QueryProblem.INVALID_QUESTION);
        }
        List<IndicatorDefined> compared = features.find(question, indicator, parameters);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return answer(question, indicator, compared, territories.get(question.place()));
    }

    private Answer answer(
            PeersQuestion question, IndicatorDefined indicator, List<IndicatorDefined> compared, Territory place) {
        PeriodRange range = question.period() == null
                ? measures.latestComplete(indicator, question.asOf()).orElseGet(periods::thisYear)
                : question.period();
        List<Territory> communes = territories.within(COUNTRY, TerritoryLevel.commune, null);
        Measures.Measured all = measures.measure(indicator, communes, range, question.asOf());
        Measures.Measured current = divisions.only(all);
        List<Features.Known> known = compared.stream()
                .map(what -> features.read(what, question, range.first(), communes))
                .toList();
        Similarity similarity =
                Similarity.of(known.stream().map(Features.Known::feature).toList(), question.isByRegion());
        Ranking ranking = Ranking.of(current.measures(), 0, Ranking.Order.desc);
        List<Similarity.Neighbour> neighbours = similarity.knows(place)
                ? similarity.neighbours(
                        place,
                        current.measures().stream().map(Measure::territory).toList())
                : List.of();
        Comparison comparison = Comparison.of(place, neighbours, ranking, question.most());
        List<String> shown =
                Stream.concat(Stream.of(place.code()), comparison.codes()).toList();
        return new Answer(
                question,
                indicator,
                all.keeping(measure -> shown.contains(measure.territory().code())),
                all.measures().stream()
                        .filter(measure -> measure.territory().code().equals(place.code()))
                        .findFirst()
                        .orElseThrow(),
                known,
                similarity,
                comparison,
                similarity.knows(place));
    }
}
