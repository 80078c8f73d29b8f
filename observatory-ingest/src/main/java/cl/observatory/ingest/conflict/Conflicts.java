package cl.observatory.ingest.conflict;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was wrong with a file, grouped by cause: kind, column and offending value. Bounded however long the file is and
 * whatever it writes; what exceeds the bound is counted under its kind and column, or its kind alone.
 */
public final class Conflicts {

    private static final int GROUPS = 200;
    private static final int GROUPS_BY_COLUMN = 100;
    private static final int ROWS = 10;

    private final Map<Cause, Group> groups = new LinkedHashMap<>();

    private record Cause(ConflictType type, String column, String value) {}

    /**
     * The occurrences of one cause.
     *
     * @param column header of the column, or null when the whole row or file is meant
     * @param value as the file writes it, or null
     * @param rows lines of the file where the first of them begin, the header being line 1
     */
    public record Group(ConflictType type, String column, String value, long occurrences, List<Long> rows) {}

    /** A group in words, for the answers of the API. */
    @Schema(name = "ImportConflict", description = "Rows of a file that were not taken for one and the same cause.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(description = "Line of the file where the first such row begins; the header is line 1.")
            Long row,

            @Schema(description = "Header of the column; absent when the whole row or file is meant.")
            String column,

            @Schema(description = "Why.", examples = "UNKNOWN_TERRITORY")
            ConflictType code,

            String message,
            @Schema(description = "What to do about it.") String hint,
            @Schema(description = "The text that was read.") String value,

            @Schema(description = "Lines of the first ten such rows.")
            List<Long> rows,

            long occurrences) {}

    public void add(ConflictType type, long row, String column, String value) {
        Cause cause =
                cause(type, column == null ? null : ShownText.of(column), value == null ? null : ShownText.of(value));
        Group group = groups.computeIfAbsent(
                cause, key -> new Group(key.type(), key.column(), key.value(), 0, new ArrayList<>()));
        if (row > 0 && group.rows().size() < ROWS) {
            group.rows().add(row);
        }
        groups.put(
                cause, new Group(group.type(), group.column(), group.value(), group.occurrences() + 1, group.rows()));
    }

    private Cause cause(ConflictType type, String column, String value) {
        Cause exact = new Cause(type, column, value);
        if (groups.size() < GROUPS || groups.containsKey(exact)) {
            return exact;
        }
        Cause ofColumn = new Cause(type, column, null);
        return groups.size() < GROUPS + GROUPS_BY_COLUMN || groups.containsKey(ofColumn)
                ? ofColumn
                : new Cause(type, null, null);
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    public List<Group> groups() {
        return List.copyOf(groups.values());
    }

    public static List<View> views(List<Group> groups, Locale language) {
        return groups.stream()
                .map(group -> new View(
                        group.rows().isEmpty() ? null : group.rows().getFirst(),
                        group.column(),
                        group.type(),
                        group.type().message(language, group.column(), group.value()),
                        group.type().hint(language, group.column(), group.value()),
                        group.value(),
                        group.rows(),
                        group.occurrences()))
                .toList();
    }
}
