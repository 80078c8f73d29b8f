package cl.observatory.reports.screening;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * How well each kind is found in the corpus of the project. The detectors were written with one half of it in sight;
 * {@code docs/screening.md} holds the table that this prints.
 */
class ScreeningCorpusTest {

    static final List<String> HALVES = List.of("development", "held-out");

    private static final Set<Kind> MOST_TELLING = Set.of(Kind.RUT, Kind.PHONE, Kind.EMAIL);

    /** What detectors reach on texts that their authors had before them, and on others. */
    private static final Map<String, Least> LEAST =
            Map.of("development", new Least(0.95, 0.97), "held-out", new Least(0.9, 0.84));

    /** @param recall of the kinds that tell less */
    private record Least(double recall, double precision) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Screening screening = new Screening();

    @ParameterizedTest
    @FieldSource("HALVES")
    void eachKindIsFoundAndLittleElse(String half) throws IOException {
        Map<Kind, Score> scores = scores(lines(half));

        System.out.println(table(half, scores));
        assertAll(scores.entrySet().stream().map(score -> () -> {
            double least = MOST_TELLING.contains(score.getKey())
                    ? 0.99
                    : LEAST.get(half).recall();
            assertTrue(score.getValue().recall() >= least, score + " is found less often than " + least);
            double right = LEAST.get(half).precision();
            assertTrue(score.getValue().precision() >= right, score + " is right less often than " + right);
        }));
    }

    private static List<String> lines(String half) throws IOException {
        try (InputStream corpus = ScreeningCorpusTest.class.getResourceAsStream(half + ".ndjson")) {
            assertNotNull(corpus, "There is no half of the corpus called " + half);
            return new String(corpus.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private Map<Kind, Score> scores(List<String> lines) throws IOException {
        Map<Kind, Score> scores = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            scores.put(kind, new Score());
        }
        for (String line : lines) {
            Sample sample = JSON.readValue(line, Sample.class);
            Screened screened = screening.screen(sample.text());
            screened.found().forEach((kind, times) -> scores.get(kind).finds += times);
            scores.get(sample.kind()).add(sample, screened);
        }
        return scores;
    }

    private static String table(String half, Map<Kind, Score> scores) {
        StringBuilder table = new StringBuilder(
                "\n" + half + "\n| kind | positives | found | recall | traps | touched | finds | precision |\n"
                        + "|---|---|---|---|---|---|---|---|\n");
        scores.forEach((kind, score) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %d | %d | %d | %.3f |%n",
                kind,
                score.positives,
                score.gone,
                score.recall(),
                score.traps,
                score.touched,
                score.finds,
                score.precision())));
        return table.toString();
    }

    /** @param spans what has to go, as kind and text; none in a trap */
    private record Sample(Kind kind, boolean trap, String text, List<List<String>> spans) {

        /** Whether of each word and number of the span none is left but those that stand elsewhere in the text. */
        boolean isGoneFrom(String screened) {
            Map<String, Integer> left = tokens(withoutMarkers(screened));
            Map<String, Integer> before = tokens(text);
            return tokens(spans.getFirst().get(1)).entrySet().stream()
                    .allMatch(token ->
                            left.getOrDefault(token.getKey(), 0) <= before.get(token.getKey()) - token.getValue());
        }

        private static String withoutMarkers(String screened) {
            String left = screened;
            for (String marker : Kind.MARKERS) {
                left = left.replace(marker, " ");
            }
            return left;
        }

        private static Map<String, Integer> tokens(String text) {
            Map<String, Integer> tokens = new HashMap<>();
            Arrays.stream(text.split("[^\\p{L}\\p{N}]+", -1))
                    .filter(token -> !token.isEmpty())
                    .forEach(token -> tokens.merge(token, 1, Integer::sum));
            return tokens;
        }
    }

    private static final class Score {

        private int positives;
        private int gone;
        private int told;
        private int traps;
        private int touched;
        private int finds;

        private void add(Sample sample, Screened screened) {
            if (sample.trap()) {
                traps++;
                touched += screened.text().equals(sample.text()) ? 0 : 1;
                return;
            }
            positives++;
            if (sample.isGoneFrom(screened.text())) {
                gone++;
                told += screened.found().containsKey(sample.kind()) ? 1 : 0;
            }
        }

        private double recall() {
            return (double) gone / positives;
        }

        private double precision() {
            return (double) told / finds;
        }

        @Override
        public String toString() {
            return gone + " of " + positives + ", right in " + told + " of " + finds;
        }
    }
}
