package cl.observatory.query.measure;

import cl.observatory.events.Labels;
import cl.observatory.query.answer.Words;
import cl.observatory.query.cube.ObsStatus;
import java.util.ArrayList;
import java.util.List;

/** Says a value in plain sentences, from the numbers that stand in the answer. */
public final class Explanation {

    private Explanation() {}

    /** What the value is and how far chance goes, or why there is none; and what weakens it. */
    public static Labels of(Labels indicator, MeasureView measure) {
        return of(indicator, measure, measure.period());
    }

    /**
     * @param period in words, a text or labels
     */
    public static Labels of(Labels indicator, MeasureView measure, Object period) {
        Labels territory = measure.territory().labels();
        List<Labels> sentences = new ArrayList<>();
        if (measure.value() == null) {
            sentences.add(Words.of(
                    "explanation.NO_VALUE", indicator, territory, period, Words.of("reason." + measure.reason())));
        } else if (measure.interval() == null) {
            sentences.add(Words.of("explanation.VALUE", indicator, territory, period, measure.value()));
        } else {
            sentences.add(Words.of(
                    "explanation.VALUE_BETWEEN",
                    indicator,
                    territory,
                    period,
                    measure.value(),
                    measure.interval().lower(),
                    measure.interval().upper()));
        }
        if (measure.value() != null) {
            weaknesses(measure, sentences);
        }
        return Words.joined(sentences);
    }

    /**
     * How far a value is from an earlier one, or why the two are not compared.
     *
     * @param since period of the earlier one in words, a text or labels
     */
    public static Labels of(MeasureView.ChangeView change, Object since) {
        if (change.difference() == null) {
            return Words.of("explanation.CHANGE_BREAK", since);
        }
        if (Boolean.FALSE.equals(change.significant())) {
            return Words.of("explanation.CHANGE_CHANCE", since);
        }
        if (change.percent() == null) {
            return Words.of("explanation.CHANGE_ALONE", since, change.difference());
        }
        Labels told = Words.of("explanation.CHANGE", since, change.difference(), change.percent());
        return change.ratio() == null
                ? told
                : Words.joined(List.of(
                        told,
                        Words.of(
                                "explanation.CHANGE_RATIO",
                                change.ratio().lower(),
                                change.ratio().upper())));
    }

    private static void weaknesses(MeasureView measure, List<Labels> sentences) {
        if (has(measure, ObsStatus.U)) {
            sentences.add(Words.of("explanation.UNSURE"));
        }
        if (has(measure, ObsStatus.P)) {
            sentences.add(Words.of("explanation.PROVISIONAL"));
        }
        if (measure.coverage().reported() < measure.coverage().expected()) {
            sentences.add(Words.of(
                    "explanation.INCOMPLETE",
                    measure.coverage().reported(),
                    measure.coverage().expected()));
        }
        MeasureView.CoverageView.DenominatorCoverage denominator =
                measure.coverage().denominator();
        if (denominator != null && denominator.reported() < denominator.expected()) {
            sentences.add(
                    Words.of("explanation.INCOMPLETE_DENOMINATOR", denominator.reported(), denominator.expected()));
        }
    }

    private static boolean has(MeasureView measure, ObsStatus status) {
        return measure.status() == status || measure.flags().contains(status);
    }
}
