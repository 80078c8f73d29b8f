package cl.observatory.reports.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words as a detector sees them: without accents and in small letters. */
final class WordList {

    private WordList() {}

    /** Words, or phrases, parted by commas. */
    static Set<String> of(String words) {
        return Arrays.stream(words.split(",", -1)).map(String::strip).collect(Collectors.toUnmodifiableSet());
    }

    /** The words of a file beside this class, parted by white space; {@code #} begins a remark. */
    static Set<String> fromFile(String file) {
        try (InputStream words = WordList.class.getResourceAsStream(file)) {
            if (words == null) {
                throw new IllegalStateException("No list of words " + file);
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .flatMap(line -> Arrays.stream(line.split("\\s+", -1)))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
