package cl.observatory.ingest.reading;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts cases by the cells that they belong to. Memory grows with the cells, up to a bound, and not with the cases. */
public final class CaseCounts {

    private final int maxCells;
    private final Map<Long, Count> counts = new HashMap<>();

    private static final class Count {

        private final String[] codes;
        private long cases;

        Count(String[] codes) {
            this.codes = codes;
        }
    }

    public CaseCounts(int maxCells) {
        this.maxCells = maxCells;
    }

    /**
     * @param ordinal number of the cell
     * @return false when there would be too many cells
     */
    public boolean add(long ordinal, String[] codes) {
        Count count = counts.get(ordinal);
        if (count == null) {
            if (counts.size() == maxCells) {
                return false;
            }
            count = new Count(codes.clone());
            counts.put(ordinal, count);
        }
        count.cases++;
        return true;
    }

    /** Hands the counts on, in the order of the cells' numbers. */
    public void drainTo(CellSink sink) throws SQLException {
        for (long ordinal :
                counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray()) {
            Count count = counts.get(ordinal);
            sink.add(count.codes, count.cases);
        }
        counts.clear();
    }
}
