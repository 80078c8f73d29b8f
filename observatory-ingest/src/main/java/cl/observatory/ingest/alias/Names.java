package cl.observatory.ingest.alias;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Codes by the names that are accepted for them. A name counts only as it stands here; what looks like it is told as a
 * suggestion, never taken.
 */
public final class Names {

    /** Two letters that differ, or that are one too many. */
    private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(2);

    /** Of shorter names, two letters are too much. */
    private static final int SHORTEST = 5;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private final Map<String, String> codes;
    private final Map<String, Set<String>> folded = new HashMap<>();

    public Names(Map<String, String> codes) {
        this.codes = Map.copyOf(codes);
        codes.forEach((name, code) ->
                folded.computeIfAbsent(fold(name), key -> new HashSet<>()).add(code));
    }

    /**
     * @return null when the name is not accepted
     */
    public String code(String name) {
        return codes.get(name);
    }

    /** The one code whose names look like this one, without accents, capitals and a letter or two. */
    public Optional<String> likely(String name) {
        String wanted = fold(name);
        Set<String> same = folded.get(wanted);
        if (same != null) {
            return same.size() == 1 ? Optional.of(same.iterator().next()) : Optional.empty();
        }
        if (wanted.length() < SHORTEST) {
            return Optional.empty();
        }
        return closest(wanted);
    }

    private Optional<String> closest(String wanted) {
        int least = Integer.MAX_VALUE;
        Set<String> best = new HashSet<>();
        for (Map.Entry<String, Set<String>> known : folded.entrySet()) {
            int distance = DISTANCE.apply(wanted, known.getKey());
            if (distance >= 0 && distance <= least) {
                if (distance < least) {
                    best.clear();
                }
                least = distance;
                best.addAll(known.getValue());
            }
        }
        List<String> likely = new ArrayList<>(best);
        return likely.size() == 1 ? Optional.of(likely.getFirst()) : Optional.empty();
    }

    private static String fold(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTERS
                .matcher(plain.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }
}
