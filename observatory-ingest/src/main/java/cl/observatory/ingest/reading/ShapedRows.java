package cl.observatory.ingest.reading;

import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.profile.Unpivot;
import cl.observatory.ingest.table.Table;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rows of a file in the shape that its profile gives them: behind the header, a wide table made long, without the
 * rows that the profile leaves out. A cursor like the table below it.
 */
public final class ShapedRows {

    private final Table table;
    private final FileColumns columns;
    private final Map<String, Integer> header;
    private final List<ValueColumn> values;
    private final int width;
    private final boolean skipsEmpty;
    private final RowFilter filter;
    private final Conflicts conflicts;
    private String[] cells;
    private int valueColumn;
    private boolean complete;
    private long dropped;

    /** A column of values in a wide table, with what its name says. */
    private record ValueColumn(int place, List<String> said) {}

    /**
     * Reads the header; what is wrong with it goes to the conflicts, and the rows are then not to be read.
     *
     * @throws IOException when the file breaks off
     */
    public ShapedRows(Table table, ImportProfile profile, Conflicts conflicts) throws IOException {
        this.table = table;
        this.conflicts = conflicts;
        this.columns = FileColumns.read(table, profile, conflicts);
        Map<String, Integer> places = new LinkedHashMap<>(columns.places());
        this.values = new ArrayList<>();
        Unpivot unpivot = profile.unpivot();
        this.skipsEmpty = unpivot != null && unpivot.skipsEmpty();
        if (unpivot != null) {
            addValueColumns(unpivot, places);
        }
        this.header = Map.copyOf(places);
        this.width = places.values().stream().mapToInt(place -> place + 1).max().orElse(0);
        this.valueColumn = values.size();
        columns.check(header, profile, values.stream().map(ValueColumn::place).toList());
        this.filter = conflicts.isEmpty() ? new RowFilter(profile, header) : null;
    }

    private void addValueColumns(Unpivot unpivot, Map<String, Integer> places) {
        Pattern pattern = Pattern.compile(unpivot.columns());
        List<String> groups = List.copyOf(new TreeSet<>(pattern.namedGroups().keySet()));
        int next = columns.count();
        for (String group : groups) {
            columns.claim(group, next, places, conflicts);
            next++;
        }
        columns.claim(unpivot.valueOrDefault(), next, places, conflicts);
        columns.places().forEach((name, place) -> {
            Matcher matcher = pattern.matcher(name);
            if (matcher.matches()) {
                values.add(new ValueColumn(
                        place, groups.stream().map(matcher::group).toList()));
            }
        });
        if (values.isEmpty()) {
            conflicts.add(ConflictType.MISSING_COLUMN, table.line(), unpivot.columns(), null);
        }
    }

    /** Place of each column by its name, those that unpivot makes included. */
    public Map<String, Integer> header() {
        return header;
    }

    /** The names of the file's own columns, in their order. */
    public List<String> fileColumns() {
        return columns.names();
    }

    /**
     * Moves to the next row; false at the end. A row that has not as many cells as the header is told as a conflict, and
     * {@link #isComplete} is then false.
     */
    public boolean next() throws IOException {
        while (true) {
            if (valueColumn < values.size()) {
                ValueColumn value = values.get(valueColumn++);
                if (skipsEmpty && cells[value.place()].isBlank()) {
                    continue;
                }
                unpivot(value);
            } else if (!nextOfFile()) {
                return false;
            } else if (!values.isEmpty() && complete) {
                continue;
            }
            if (!filter.keeps(cells)) {
                dropped++;
                valueColumn = complete ? valueColumn : values.size();
                continue;
            }
            if (!complete) {
                conflicts.add(ConflictType.WRONG_FIELD_COUNT, table.line(), null, null);
            }
            return true;
        }
    }

    /** Moves on in the file, over rows that are empty. */
    private boolean nextOfFile() throws IOException {
        do {
            if (!table.next()) {
                return false;
            }
        } while (isBlank(0));
        complete = columns.fits(table) || (table.count() > columns.count() && isBlank(columns.count()));
        if (complete && values.isEmpty()) {
            cells = table.cells();
        } else {
            cells = Arrays.copyOf(table.cells(), width);
            Arrays.fill(cells, Math.min(table.count(), width), width, "");
        }
        valueColumn = complete ? 0 : values.size();
        return true;
    }

    private boolean isBlank(int from) {
        for (int i = from; i < table.count(); i++) {
            if (!table.cells()[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void unpivot(ValueColumn value) {
        int place = columns.count();
        for (String said : value.said()) {
            cells[place++] = said == null ? "" : said;
        }
        cells[place] = cells[value.place()];
    }

    public Conflicts conflicts() {
        return conflicts;
    }

    /** Whether the row has as many cells as the header. */
    public boolean isComplete() {
        return complete;
    }

    /** The column in which the row does not say what the profile expects; null when it says all of it. */
    String unexpected() {
        return filter.unexpected(cells);
    }

    /** The cells of the row, by the places of {@link #header}. */
    public String[] cells() {
        return cells;
    }

    /** Whether the file itself says that the cell is a number. */
    boolean isNumber(int place) {
        if (values.isEmpty()) {
            return table.isNumber(place);
        }
        return table.isNumber(place == width - 1 ? values.get(valueColumn - 1).place() : place);
    }

    public long line() {
        return table.line();
    }

    /** The cells of the row as the file has them. */
    public List<String> asSent() {
        return Arrays.asList(table.cells()).subList(0, table.count());
    }

    /** Whether the file says that a cell of the row as it has it is a number. */
    public boolean isNumberAsSent(int place) {
        return table.isNumber(place);
    }

    /** Rows that the profile left out so far. */
    public long dropped() {
        return dropped;
    }
}
