package cl.observatory.query.ranking;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.measure.Divisions;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Answers which territories an indicator puts first. */
@ApplicationScoped
class Rankings {

    private final Indicators indicators;
    private final Territories territories;
    private final Measures measures;
    private final Divisions divisions;

    Rankings(Indicators indicators, Territories territories, Measures measures, Divisions divisions) {
        this.indicators = indicators;
        this.territories = territories;
        this.measures = measures;
        this.divisions = divisions;
    }

    /**
     * A ranking with what it was made from.
     *
     * @param anywhere whether the territory that it is to be within exists
     */
    record Answer(IndicatorDefined indicator, Measures.Measured measured, Ranking ranking, boolean anywhere) {

        Caveats caveats(Locale language) {
            return new Caveats(indicator, measured, language);
        }

        List<Warning> warnings(RankingQuestion question, Locale language) {
            List<Warning> warnings =
                    new ArrayList<>(caveats(language).warnings(anywhere ? List.of() : List.of(question.within())));
            long small = notRanked(Ranking.Reason.SMALL_POPULATION);
            if (small > 0) {
                warnings.add(Warning.of(WarningCode.SMALL_NOT_RANKED, language, small, question.minPopulation()));
            }
            long partial = notRanked(Ranking.Reason.PARTIAL_PERIOD);
            if (partial > 0) {
                warnings.add(Warning.of(WarningCode.PARTIAL_NOT_RANKED, language, partial));
            }
            long incomplete = notRanked(Ranking.Reason.INCOMPLETE);
            if (incomplete > 0) {
                warnings.add(Warning.of(WarningCode.INCOMPLETE_NOT_RANKED, language, incomplete));
            }
            long unreliable = notRanked(Ranking.Reason.UNRELIABLE);
            if (unreliable > 0) {
                warnings.add(Warning.of(WarningCode.UNRELIABLE_NOT_RANKED, language, unreliable));
            }
            return warnings;
        }

        private long notRanked(Ranking.Reason reason) {
            return ranking.notRanked().stream()
                    .filter(unranked -> unranked.reason() == reason)
                    .count();
        }
    }

    /**
     * @throws ProblemException when there is no such indicator, or it has no values of that frequency
     */
    Answer answer(RankingQuestion question) {
        IndicatorDefined indicator = indicators.get(question.indicator());
        List<Territory> ever = territories.within(question.within(), question.level(), null);
        Measures.Measured measured =
                divisions.only(measures.measure(indicator, ever, question.period(), question.standpoint()));
        return new Answer(
                indicator,
                measured,
                Ranking.of(measured.measures(), question.minPopulation(), question.order()),
                !territories.find(List.of(question.within())).isEmpty());
    }
}
