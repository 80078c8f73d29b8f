package cl.observatory.query.map;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.boundary.Drawing;
import cl.observatory.query.boundary.Drawings;
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

/** Answers what an indicator is where. The values are those of rankings and series; only where they lie is added. */
@ApplicationScoped
class Maps {

    private final Indicators indicators;
    private final Territories territories;
    private final Measures measures;
    private final Divisions divisions;
    private final Drawings drawings;

    Maps(Indicators indicators, Territories territories, Measures measures, Divisions divisions, Drawings drawings) {
        this.indicators = indicators;
        this.territories = territories;
        this.measures = measures;
        this.divisions = divisions;
        this.drawings = drawings;
    }

    /**
     * Values with what they were made from, and where they lie.
     *
     * @param anywhere whether the territory that they are to be within exists
     */
    record Answer(IndicatorDefined indicator, Measures.Measured measured, Drawing drawing, boolean anywhere) {

        Caveats caveats(Locale language) {
            return new Caveats(indicator, measured, language);
        }

        List<String> codes() {
            return measured.measures().stream()
                    .map(measure -> measure.territory().code())
                    .toList();
        }

        List<Warning> warnings(MapQuestion question, Locale language) {
            List<Warning> warnings =
                    new ArrayList<>(caveats(language).warnings(anywhere ? List.of() : List.of(question.within())));
            warnings.addAll(drawing.warnings(codes(), language));
            return warnings;
        }
    }

    /**
     * @throws ProblemException when there is no such indicator, or it has no values of that frequency
     */
    Answer answer(MapQuestion question) {
        IndicatorDefined indicator = indicators.get(question.indicator());
        List<Territory> ever = territories.within(question.within(), question.level(), null);
        Measures.Measured measured =
                divisions.only(measures.measure(indicator, ever, question.period(), question.standpoint()));
        List<String> codes = measured.measures().stream()
                .map(measure -> measure.territory().code())
                .toList();
        return new Answer(
                indicator,
                measured,
                drawings.of(
                        codes,
                        question.zoom(),
                        question.day(),
                        question.standpoint().asOf()),
                !territories.find(List.of(question.within())).isEmpty());
    }
}
