package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.util.Arrays;

/** The cells of one row while they are gathered. A row is never larger than a row may be. */
final class RowCells {

    static final int MAX_COLUMNS = 2_000;
    static final int MAX_CHARACTERS = 1 << 20;

    private String[] cells = new String[16];
    private boolean[] numbers = new boolean[16];
    private int count;
    private int characters;
    private long line;

    RowCells() {
        Arrays.fill(cells, "");
    }

    /** Empties the row. */
    void begin(long line) {
        Arrays.fill(cells, 0, count, "");
        Arrays.fill(numbers, 0, count, false);
        this.line = line;
        count = 0;
        characters = 0;
    }

    /** Puts a text into a cell; the cells between it and those before are empty, and so are those behind the last text. */
    void put(int column, String text, boolean number) {
        if (text.isEmpty()) {
            return;
        }
        if (column >= MAX_COLUMNS) {
            throw new UnreadableFileException(
                    ConflictType.TOO_MANY_COLUMNS, line, null, Integer.toString(MAX_COLUMNS), null);
        }
        characters += text.length();
        if (characters > MAX_CHARACTERS) {
            throw new UnreadableFileException(ConflictType.LINE_TOO_LONG, line, null);
        }
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFileException(ConflictType.NUL_BYTE, line, null);
        }
        reach(column + 1);
        cells[column] = text;
        numbers[column] = number;
    }

    /**
     * @return whether the row has no more than so many cells; if so, it has just as many
     */
    boolean fit(int columns) {
        if (count > columns) {
            return false;
        }
        reach(columns);
        return true;
    }

    private void reach(int columns) {
        if (columns > cells.length) {
            int before = cells.length;
            cells = Arrays.copyOf(cells, Math.max(columns, 2 * before));
            numbers = Arrays.copyOf(numbers, cells.length);
            Arrays.fill(cells, before, cells.length, "");
        }
        count = Math.max(count, columns);
    }

    String[] cells() {
        return cells;
    }

    int count() {
        return count;
    }

    long line() {
        return line;
    }

    boolean isNumber(int column) {
        return numbers[column];
    }
}
