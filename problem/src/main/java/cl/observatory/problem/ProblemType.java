package cl.observatory.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * A kind of problem, as a constant of an enum. Its name is the public code and never changes. Its words stand in the
 * resource bundle of the enum's own name, in Spanish and English: {@code CODE.title}, {@code CODE.detail}, and for single
 * faults {@code fault.CODE} and {@code fault.CODE.hint}.
 */
public interface ProblemType {

    /** The public code. */
    String name();

    /** HTTP status. */
    int status();

    default String title(Locale language) {
        return words(language, name() + ".title").orElseThrow();
    }

    /**
     * @param arguments for the placeholders {@code {0}}, {@code {1}}, … of the text
     */
    default String detail(Locale language, Object... arguments) {
        return words(language, name() + ".detail", arguments).orElseThrow();
    }

    /** The text of a key in this catalogue's bundle, empty when it has none. */
    default Optional<String> words(Locale language, String key, Object... arguments) {
        try {
            String text = ResourceBundle.getBundle(
                            getClass().getName(),
                            language,
                            getClass().getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
            return Optional.of(new MessageFormat(text, Locale.ROOT).format(arguments));
        } catch (MissingResourceException absent) {
            return Optional.empty();
        }
    }
}
