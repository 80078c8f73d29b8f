package cl.observatory.query.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.events.Labels;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.measure.Measure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Words for callers, in both languages. */
class WordsTest {

    private static final Locale SPANISH = Locale.of("es");

    @ParameterizedTest
    @EnumSource(WarningCode.class)
    void everyWarningHasWordsInBothLanguages(WarningCode code) {
        Warning spanish = Warning.of(code, SPANISH, "a", "b");
        Warning english = Warning.of(code, Locale.ENGLISH, "a", "b");

        assertEquals(code.name(), spanish.code());
        assertNotEquals(spanish.message(), english.message());
    }

    @ParameterizedTest
    @EnumSource(QueryProblem.class)
    void everyProblemHasWordsInBothLanguages(QueryProblem problem) {
        assertNotEquals(problem.title(SPANISH), problem.title(Locale.ENGLISH));
        assertNotEquals(problem.detail(SPANISH, "a"), problem.detail(Locale.ENGLISH, "a"));
    }

    @ParameterizedTest
    @EnumSource(Measure.Reason.class)
    void everyReasonHasWordsInBothLanguages(Measure.Reason reason) {
        Labels words = Words.of("reason." + reason);

        assertNotEquals(words.es(), words.en());
    }

    /** What is named in both languages is named in that of the sentence, and numbers are written as it writes them. */
    @Test
    void sentenceIsOfOneLanguageAlone() {
        Labels said =
                Words.of("explanation.VALUE", new Labels("Tasa", "Rate"), new Labels("Chile", "Chile"), "2024", 1234.5);

        assertEquals("Tasa en Chile, 2024: 1.234,5.", said.es());
        assertEquals("Rate in Chile, 2024: 1,234.5.", said.en());
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertEquals(texts("es").keySet(), texts("en").keySet());
    }

    /** A single quote would switch the placeholders of a text off. */
    @Test
    void noTextHasASingleQuote() throws IOException {
        for (String language : new String[] {"es", "en"}) {
            texts(language).forEach((key, text) -> assertFalse(text.toString().contains("'"), key::toString));
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream file =
                QueryProblem.class.getResourceAsStream("QueryProblem_%s.properties".formatted(language))) {
            texts.load(file);
        }
        return texts;
    }
}
