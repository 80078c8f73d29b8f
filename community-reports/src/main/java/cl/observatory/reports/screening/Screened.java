package cl.observatory.reports.screening;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A text of which nothing of what was found is left, and how often each kind was.
 *
 * @param found the kinds that were found at least once
 */
public record Screened(String text, Map<Kind, Integer> found) {

    public Screened {
        Map<Kind, Integer> ordered = new EnumMap<>(Kind.class);
        ordered.putAll(found);
        found = Collections.unmodifiableMap(ordered);
    }
}
