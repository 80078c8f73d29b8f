package cl.observatory.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");

    private final Properties spanish = words("es");
    private final Properties english = words("en");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsWords(CommonProblem problem) {
        for (Locale language : List.of(Language.SPANISH, Locale.ENGLISH)) {
            assertFalse(problem.title(language).isBlank());
            assertFalse(problem.detail(language).isBlank());
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

    @Test
    void catalogueListsWhatAnyServiceCanSayAndWhatThisOneCan() {
        // When
        List<CatalogueEntry> catalogue = CatalogueEntry.of(RefusalProblem.values());

        // Then
        assertEquals(CommonProblem.values().length + 1, catalogue.size());
        assertEquals(
                catalogue.stream()
                        .sorted(Comparator.comparing(CatalogueEntry::code))
                        .toList(),
                catalogue);
        assertTrue(catalogue.contains(new CatalogueEntry(
                "TRY_LATER",
                429,
                new CatalogueEntry.Words("Más tarde", "Later"),
                new CatalogueEntry.Words("«…» todavía no puede, «…» sí.", "\"…\" cannot yet, \"…\" can."))));
    }

    @Test
    void statusThatNoUseCaseChoseHasAProblem() {
        assertEquals(CommonProblem.INVALID_REQUEST, CommonProblem.ofStatus(400));
        assertEquals(CommonProblem.INVALID_REQUEST, CommonProblem.ofStatus(422));
        assertEquals(CommonProblem.BODY_TOO_LARGE, CommonProblem.ofStatus(413));
        assertEquals(CommonProblem.INTERNAL_ERROR, CommonProblem.ofStatus(500));
        assertEquals(CommonProblem.INTERNAL_ERROR, CommonProblem.ofStatus(502));
        assertEquals(CommonProblem.UNAVAILABLE, CommonProblem.ofStatus(503));
    }

    @Test
    void keyWithoutWordsIsEmpty() {
        assertEquals(Optional.empty(), CommonProblem.NOT_FOUND.words(Locale.ENGLISH, "fault.NONE"));
    }

    private static List<String> placeholders(String text) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.results()
                .map(result -> result.group())
                .sorted()
                .distinct()
                .toList();
    }

    private static Properties words(String language) {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                CommonProblem.class.getResourceAsStream("CommonProblem_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return words;
    }
}
