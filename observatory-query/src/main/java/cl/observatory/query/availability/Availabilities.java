package cl.observatory.query.availability;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Divisions;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.measure.Span;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Answers for which territories and periods an indicator has values. */
@ApplicationScoped
class Availabilities {

    /** All communes of the country by month, over twelve years. */
    private static final int MOST_VALUES = 50_000;

    private final Indicators indicators;
    private final Territories territories;
    private final Measures measures;
    private final Divisions divisions;
    private final Periods periods;

    Availabilities(
            Indicators indicators, Territories territories, Measures measures, Divisions divisions, Periods periods) {
        this.indicators = indicators;
        this.territories = territories;
        this.measures = measures;
        this.divisions = divisions;
        this.periods = periods;
    }

    /**
     * What is asked about.
     *
     * @param period null for all that the release tells of
     * @param level null for the data set's own
     * @param within territory that holds all that are looked at
     * @param asOf null for the present
     */
    record Question(
            String indicator,
            PeriodRange period,
            TerritoryLevel level,
            String within,
            Instant asOf,
            Boundaries boundaries) {}

    /**
     * What there is, with what it was made from.
     *
     * @param unknown the territory that it is to be within, when that does not exist
     */
    record Answer(
            Question question,
            IndicatorDefined indicator,
            TerritoryLevel level,
            Measures.Measured measured,
            Availability availability,
            List<String> unknown) {}

    /**
     * @throws ProblemException when there is no such indicator, it has no values of that frequency, or too many
     */
    Answer answer(Question question) {
        IndicatorDefined indicator = indicators.get(question.indicator());
        Measures.Read read = measures.numerator(indicator, question.asOf());
        PeriodRange range = question.period() == null
                ? Span.of(read).map(Span::all).orElseGet(periods::thisYear)
                : question.period();
        TerritoryLevel level =
                question.level() == null ? TerritoryLevel.valueOf(read.dataset().level()) : question.level();
        Measures.Measured measured = divisions.only(measures.measure(
                indicator,
                territories.within(question.within(), level, null),
                range,
                new Standpoint(question.asOf(), question.boundaries()),
                MOST_VALUES));
        boolean anywhere = !territories.find(List.of(question.within())).isEmpty();
        return new Answer(
                question,
                indicator,
                level,
                measured,
                Availability.of(range.periods(), measured.measures()),
                anywhere ? List.of() : List.of(question.within()));
    }
}
