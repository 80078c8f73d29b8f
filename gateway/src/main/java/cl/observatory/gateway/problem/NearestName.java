package cl.observatory.gateway.problem;

import java.util.Locale;
import java.util.SortedSet;

/** Finds what was probably meant. */
public final class NearestName {

    /** What is typed in a query is compared up to this length; no parameter is longer. */
    private static final int COMPARED = 64;

    private NearestName() {}

    /**
     * @param known not empty
     */
    public static String to(String written, SortedSet<String> known) {
        String nearest = known.first();
        int least = Integer.MAX_VALUE;
        for (String name : known) {
            int distance = distance(comparable(written), comparable(name));
            if (distance < least) {
                least = distance;
                nearest = name;
            }
        }
        return nearest;
    }

    private static String comparable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.length() > COMPARED ? lower.substring(0, COMPARED) : lower;
    }

    /** How many letters have to be added, dropped or changed (Levenshtein), row by row. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(changed, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
