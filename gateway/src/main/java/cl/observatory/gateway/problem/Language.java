package cl.observatory.gateway.problem;

import java.util.List;
import java.util.Locale;

/** A language that the observatory speaks; Spanish unless the caller prefers English. */
public enum Language {
    ES,
    EN;

    private static final List<String> TAGS = List.of("es", "en");

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ES;
    }

    /**
     * @param acceptLanguage the header of the request; null or malformed counts as no preference
     */
    public static Language preferredIn(String acceptLanguage) {
        if (acceptLanguage == null) {
            return ES;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return "en".equals(tag) ? EN : ES;
        } catch (IllegalArgumentException malformed) {
            return ES;
        }
    }
}
