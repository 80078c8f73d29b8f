package cl.observatory.problem;

import java.util.List;
import java.util.Locale;

/** The language of an answer's words: Spanish unless the caller prefers English. */
public final class Language {

    public static final Locale SPANISH = Locale.of("es");

    private static final List<Locale> SPOKEN = List.of(SPANISH, Locale.ENGLISH);

    private Language() {}

    /**
     * @param acceptLanguage value of the header, or null
     */
    public static Locale preferred(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return SPANISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best == null ? SPANISH : best;
        } catch (IllegalArgumentException malformed) {
            return SPANISH;
        }
    }
}
