package cl.observatory.ingest.reading;

import cl.observatory.ingest.table.Table;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** A table whose rows a test gives. */
final class GivenTable implements Table {

    private final Deque<Given> rows = new ArrayDeque<>();
    private Given row;

    private record Given(long line, List<String> cells, Set<Integer> numbers) {}

    GivenTable add(long line, String... cells) {
        rows.add(new Given(line, List.of(cells), Set.of()));
        return this;
    }

    /** A row in which some cells are numbers by themselves. */
    GivenTable addTyped(long line, Set<Integer> numbers, String... cells) {
        rows.add(new Given(line, List.of(cells), numbers));
        return this;
    }

    @Override
    public boolean next() {
        row = rows.poll();
        return row != null;
    }

    @Override
    public String[] cells() {
        return row.cells().toArray(String[]::new);
    }

    @Override
    public int count() {
        return row.cells().size();
    }

    @Override
    public long line() {
        return row == null ? 0 : row.line();
    }

    @Override
    public boolean isNumber(int column) {
        return row.numbers().contains(column);
    }

    @Override
    public boolean fit(int columns) {
        return count() == columns;
    }

    @Override
    public Charset encoding() {
        return null;
    }

    @Override
    public void close() {
        // holds nothing
    }
}
