package cl.observatory.ingest.reading;

import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.Header;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a file by their names, as its header gives them. */
public final class FileColumns {

    /** Columns that the list of refused rows adds, so that it can be sent again as it is. */
    public static final List<String> OF_REFUSED_ROWS = List.of("_row", "_error", "_error_es", "_error_en");

    private final List<String> names;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Conflicts conflicts;
    private final boolean hasHeader;
    private final long line;

    private FileColumns(List<String> names, Conflicts conflicts, boolean hasHeader, long line) {
        this.names = names;
        this.hasHeader = hasHeader;
        this.conflicts = conflicts;
        this.line = line;
        for (int i = 0; i < names.size(); i++) {
            claim(names.get(i), i, places, conflicts);
        }
    }

    /** Reads the header; the table then stands on its last row. */
    static FileColumns read(Table table, ImportProfile profile, Conflicts conflicts) throws IOException {
        Header header = profile.header() == null ? new Header(null, null, null) : profile.header();
        if (header.names() != null) {
            return new FileColumns(header.names(), conflicts, false, 1);
        }
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < header.rowsOrDefault() && table.next()) {
            if (table.line() > header.rowsBefore() || header.row() == null) {
                rows.add(new ArrayList<>(Arrays.asList(table.cells()).subList(0, table.count())));
            }
        }
        return new FileColumns(
                names(rows), conflicts, true, rows.isEmpty() ? header.rowsBefore() + 1 : Math.max(1, table.line()));
    }

    /** Cells behind the last name are no columns. */
    private static List<String> names(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        String[] names = new String[width];
        int named = 0;
        for (int column = 0; column < width; column++) {
            List<String> parts = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                parts.add(part(rows.get(row), column, row < rows.size() - 1));
            }
            String name = String.join(
                    " ", parts.stream().filter(part -> !part.isBlank()).toList());
            names[column] = name.isBlank() ? "#" + (column + 1) : name;
            named = name.isBlank() ? named : column + 1;
        }
        return List.of(names).subList(0, named);
    }

    /** The text of a cell in the header; above its last row, an empty one continues the one to its left. */
    private static String part(List<String> row, int column, boolean continued) {
        int place = Math.min(column, row.size() - 1);
        while (continued && place > 0 && row.get(place).isBlank()) {
            place--;
        }
        return place < 0 || (!continued && place < column) ? "" : row.get(place).strip();
    }

    /** Gives a name to a place; that it is taken is a conflict. */
    void claim(String name, int place, Map<String, Integer> taken, Conflicts told) {
        if (taken.putIfAbsent(name, place) != null) {
            told.add(ConflictType.DUPLICATE_COLUMN, line, name, null);
        }
    }

    /**
     * Tells of columns that the profile reads and the file lacks, and of those that the profile does not know.
     *
     * @param header the file's columns and those that unpivot makes
     * @param unpivoted places of the file's columns that unpivot takes
     */
    void check(Map<String, Integer> header, ImportProfile profile, List<Integer> unpivoted) {
        profile.columnsRequired().stream()
                .filter(column -> !header.containsKey(column))
                .sorted()
                .forEach(column -> conflicts.add(ConflictType.MISSING_COLUMN, line, column, null));
        Set<String> known = new HashSet<>(profile.columnsRead());
        known.addAll(profile.ignoredColumns());
        known.addAll(OF_REFUSED_ROWS);
        places.forEach((name, place) -> {
            if (!known.contains(name) && !unpivoted.contains(place)) {
                conflicts.add(ConflictType.UNKNOWN_COLUMN, line, name, null);
            }
        });
    }

    /** Whether the row has a cell for each column; without a header, those of the list of refused rows may follow. */
    boolean fits(Table table) {
        return table.fit(names.size()) || (!hasHeader && table.count() == names.size() + OF_REFUSED_ROWS.size());
    }

    List<String> names() {
        return names;
    }

    Map<String, Integer> places() {
        return places;
    }

    int count() {
        return names.size();
    }
}
