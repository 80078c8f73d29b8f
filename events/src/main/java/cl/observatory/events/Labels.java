package cl.observatory.events;

import java.util.Locale;

/** The name of a coded thing in the two languages of the API. */
public record Labels(String es, String en) {

    /** In one of them: Spanish unless English is asked for. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : es;
    }
}
