package cl.observatory.query.series;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Address;
import cl.observatory.query.answer.Citable;
import cl.observatory.query.answer.CitedAnswer;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.CitedMeasures;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/** Series, to be cited. */
@ApplicationScoped
class SeriesCitable implements Citable {

    private static final Pattern PATH = Pattern.compile("/v1/indicators/([^/]+)/series");

    private final Indicators indicators;
    private final Territories territories;
    private final Periods periods;
    private final SeriesAnswers answers;

    SeriesCitable(Indicators indicators, Territories territories, Periods periods, SeriesAnswers answers) {
        this.indicators = indicators;
        this.territories = territories;
        this.periods = periods;
        this.answers = answers;
    }

    @Override
    public Pattern path() {
        return PATH;
    }

    /** Changes are beside the values: neither what they are from nor whether breaks matter to them changes a value. */
    @Override
    public Set<String> parameters() {
        return Set.of("territory", "period", "asOf", "frequency", "window", "annualise", "boundaries");
    }

    @Override
    public CitedAnswer answer(String code, Address asked, int most) {
        Parameters faults = new Parameters();
        faults.matching("code", code, Indicators.CODE);
        SeriesParameters written = new SeriesParameters();
        written.territory = asked.one(faults, "territory");
        written.period = asked.one(faults, "period");
        written.asOf = asked.one(faults, "asOf");
        written.frequency = asked.one(faults, "frequency");
        written.window = asked.one(faults, "window");
        written.annualise = asked.one(faults, "annualise");
        written.boundaries = asked.one(faults, "boundaries");
        SeriesQuestion question = written.read(faults, periods);
        faults.check(QueryProblem.INVALID_QUESTION);

        IndicatorDefined indicator = indicators.get(code);
        PeriodRange range = answers.range(indicator, question);
        SeriesView answer = answers.answer(
                indicator,
                TerritorySelection.of(territories, question.territories()),
                range,
                question,
                Language.preferred(null));
        return CitedMeasures.of(
                asked.with("period", range.toString()), indicator, range.toString(), answer.items(), answer.sources());
    }
}
