package cl.observatory.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportsProblemTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    private final Properties spanish = words("es");
    private final Properties english = words("en");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsWords(ReportsProblem problem) {
        for (Locale language : List.of(Locale.of("es"), Locale.ENGLISH)) {
            assertFalse(problem.title(language).isBlank());
            assertFalse(problem.detail(language, "", "").isBlank());
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        assertEquals(spanish.stringPropertyNames(), english.stringPropertyNames());
        for (String key : spanish.stringPropertyNames()) {
            assertEquals(placeholders(spanish.getProperty(key)), placeholders(english.getProperty(key)), key);
        }
    }

    /** An apostrophe hides placeholders from the formatter unless it is doubled. */
    @Test
    void apostrophesAreDoubled() {
        for (Properties words : List.of(spanish, english)) {
            words.forEach(
                    (key, text) -> assertFalse(text.toString().replace("''", "").contains("'"), key.toString()));
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                ReportsProblem.class.getResourceAsStream("ReportsProblem_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return words;
    }
}
