package cl.observatory.query.peers;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Parameters;
import cl.observatory.query.answer.Words;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Measure;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.peers.Feature.Scale;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what communes are compared by: their people, and values of any indicator. */
@ApplicationScoped
class Features {

    private final Indicators indicators;
    private final Measures measures;
    private final Periods periods;

    Features(Indicators indicators, Measures measures, Periods periods) {
        this.indicators = indicators;
        this.measures = measures;
        this.periods = periods;
    }

    /**
     * A feature with what it was made from.
     *
     * @param period that the values are of
     */
    record Known(Feature feature, IndicatorDefined indicator, Period period, Measures.Measured measured) {}

    /**
     * What the features of a question are values of, in its order; those that there are not become faults.
     *
     * @param indicator that is asked about
     */
    List<IndicatorDefined> find(PeersQuestion question, IndicatorDefined indicator, Parameters parameters) {
        List<IndicatorDefined> found = new ArrayList<>();
        for (String feature : question.features()) {
            if (feature.equals(PeersQuestion.POPULATION)) {
                people(question, indicator, parameters).map(Features::people).ifPresent(found::add);
            } else {
                indicators
                        .find(feature)
                        .filter(some -> !some.code().equals(indicator.code()))
                        .ifPresentOrElse(found::add, () -> parameters.refuse("by", "NOT_A_FEATURE", feature));
            }
        }
        return found;
    }

    /**
     * People of the year that is asked about, and the latest complete period of everything else. An estimate that is not
     * to be used is no value.
     */
    Known read(IndicatorDefined what, PeersQuestion question, Period period, List<Territory> communes) {
        boolean isPeople = what.code().equals(PeersQuestion.POPULATION);
        Period year = Period.ofYear(period.year());
        PeriodRange range = isPeople
                ? new PeriodRange(year, year)
                : measures.latestComplete(what, question.asOf()).orElseGet(periods::thisYear);
        Measures.Measured measured = measures.measure(what, communes, range, question.asOf());
        Map<String, Double> values = measured.measures().stream()
                .filter(measure -> measure.value() != null && !measure.isUnreliable())
                .collect(Collectors.toMap(measure -> measure.territory().code(), Measure::value));
        return new Known(
                Feature.of(what.code(), isPeople ? Scale.LOG : Scale.LINEAR, values), what, range.first(), measured);
    }

    /** Those that a rate divides by, unless others are named; of an indicator without any, the only ones there are. */
    private Optional<IndicatorDefined.Selection> people(
            PeersQuestion question, IndicatorDefined indicator, Parameters parameters) {
        if (question.population() == null && indicator.dividesByPeople()) {
            return Optional.of(indicator.denominator());
        }
        Map<String, IndicatorDefined.Selection> known = indicators.list().stream()
                .filter(IndicatorDefined::dividesByPeople)
                .map(IndicatorDefined::denominator)
                .collect(Collectors.toMap(
                        IndicatorDefined.Selection::dataset,
                        Function.identity(),
                        (first, other) -> first,
                        TreeMap::new));
        if (question.population() == null && known.size() == 1) {
            return known.values().stream().findFirst();
        }
        Optional<IndicatorDefined.Selection> named =
                Optional.ofNullable(question.population()).map(known::get);
        if (named.isEmpty()) {
            parameters.refuse(
                    PeersQuestion.POPULATION,
                    question.population() == null ? "POPULATION_NEEDED" : "NOT_ONE_OF",
                    String.join(", ", known.keySet()));
        }
        return named;
    }

    private static IndicatorDefined people(IndicatorDefined.Selection selection) {
        Labels labels = Words.of("peers.population");
        return new IndicatorDefined(
                PeersQuestion.POPULATION,
                1,
                labels,
                labels,
                "COUNT",
                selection,
                null,
                null,
                "PERSONS",
                "NEUTRAL",
                false);
    }
}
