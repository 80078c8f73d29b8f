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
    private final List<Group> ofRow = new ArrayList<>();

    private record Cause(ConflictType type, String column, String value) {}

    /**
     * The occurrences of one cause.
     *
     * @param column header of the column, or null when the whole row or file is meant
     * @param value as the file writes it, or null
     * @param rows lines of the file where the first of them begin, the header being line 1
     * @param suggestion what was probably meant, or null
     */
    public record Group(
            ConflictType type, String column, String value, long occurrences, List<Long> rows, String suggestion) {

        public String message(Locale language) {
            return type.message(language, column, value);
        }

        String hint(Locale language) {
            return suggestion == null
                    ? type.hint(language, column, value)
                    : ConflictType.suggestion(language, value, suggestion);
        }
    }

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

            @Schema(description = "What was probably meant; it is never taken without somebody saying so.")
            String suggestion,

            @Schema(description = "Lines of the first ten such rows.")
            List<Long> rows,

            long occurrences) {}

    public void add(ConflictType type, long row, String column, String value) {
        add(type, row, column, value, null);
    }

    /**
     * @param suggestion what was probably meant, or null
     */
    public void add(ConflictType type, long row, String column, String value, String suggestion) {
        Cause exact = new Cause(
                type, column == null ? null : ShownText.of(column), value == null ? null : ShownText.of(value));
        ofRow.add(new Group(type, exact.column(), exact.value(), 1, List.of(row), suggestion));
        Cause cause = cause(exact);
        Group group = groups.computeIfAbsent(
                cause,
                key -> new Group(
                        key.type(),
                        key.column(),
                        key.value(),
                        0,
                        new ArrayList<>(),
                        key.equals(exact) ? suggestion : null));
        if (row > 0 && group.rows().size() < ROWS) {
            group.rows().add(row);
        }
        groups.put(
                cause,
                new Group(
                        group.type(),
                        group.column(),
                        group.value(),
                        group.occurrences() + 1,
                        group.rows(),
                        group.suggestion()));
    }

    private Cause cause(Cause exact) {
        if (groups.size() < GROUPS || groups.containsKey(exact)) {
            return exact;
        }
        Cause ofColumn = new Cause(exact.type(), exact.column(), null);
        return groups.size() < GROUPS + GROUPS_BY_COLUMN || groups.containsKey(ofColumn)
                ? ofColumn
                : new Cause(exact.type(), null, null);
    }

    /** What was added since this was last asked, each by itself. */
    public List<Group> drainRow() {
        List<Group> added = List.copyOf(ofRow);
        ofRow.clear();
        return added;
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
                        group.message(language),
                        group.hint(language),
                        group.value(),
                        group.suggestion(),
                        group.rows(),
                        group.occurrences()))
                .toList();
    }
}
