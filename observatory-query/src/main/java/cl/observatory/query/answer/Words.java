package cl.observatory.query.answer;

import cl.observatory.events.Labels;
import cl.observatory.problem.ProblemType;
import cl.observatory.query.QueryProblem;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts of the message catalogue, for answers that carry both languages. */
public final class Words {

    private static final ProblemType CATALOGUE = QueryProblem.UNKNOWN_DATASET;
    private static final Locale SPANISH = Locale.of("es");

    private Words() {}

    /**
     * @param arguments for the placeholders; of {@link Labels}, each text gets its own language
     */
    public static Labels of(String key, Object... arguments) {
        return new Labels(in(SPANISH, key, arguments), in(Locale.ENGLISH, key, arguments));
    }

    /** Sentences, one after the other. */
    public static Labels joined(List<Labels> sentences) {
        return new Labels(
                sentences.stream().map(Labels::es).collect(Collectors.joining(" ")),
                sentences.stream().map(Labels::en).collect(Collectors.joining(" ")));
    }

    private static String in(Locale language, String key, Object... arguments) {
        Object[] told = new Object[arguments.length];
        for (int i = 0; i < told.length; i++) {
            told[i] = arguments[i] instanceof Labels labels ? labels.in(language) : arguments[i];
        }
        return CATALOGUE.words(language, key, told).orElseThrow();
    }
}
