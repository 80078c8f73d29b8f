package cl.observatory.events.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gathers rows into batches of at most a given size. Memory grows with the rows that are gathered, up to one batch. */
public final class ObservationBatchBuilder {

    private static final int FIRST_ROWS = 1024;

    private final List<String> columns;
    private final int capacity;
    private final List<Map<String, Integer>> indexes = new ArrayList<>();
    private final int[][] codes;
    private long[] values;
    private final Map<ObservationAttribute, long[]> attributes = new EnumMap<>(ObservationAttribute.class);
    private int rows;

    /**
     * @param dimensions the data set's own dimensions in their order
     * @param capacity rows of a full batch
     */
    public ObservationBatchBuilder(List<String> dimensions, int capacity) {
        columns = new ArrayList<>();
        columns.add(ObservationBatch.REF_AREA);
        columns.add(ObservationBatch.TIME_PERIOD);
        columns.addAll(dimensions);
        columns.add(ObservationBatch.OBS_STATUS);
        this.capacity = capacity;
        int room = Math.min(capacity, FIRST_ROWS);
        codes = new int[columns.size()][room];
        values = new long[room];
        columns.forEach(column -> indexes.add(new HashMap<>()));
    }

    /**
     * @param row a code for each column, in their order
     * @param value whole number, or {@link ObservationBatch#MISSING}
     */
    public void add(String[] row, long value) {
        add(row, value, Map.of());
    }

    /**
     * @param row a code for each column, in their order
     * @param value whole number, or {@link ObservationBatch#MISSING}
     * @param beside whole numbers; an attribute that the row lacks is absent or {@link ObservationBatch#MISSING}
     */
    public void add(String[] row, long value, Map<ObservationAttribute, Long> beside) {
        if (rows == values.length) {
            grow();
        }
        for (int column = 0; column < row.length; column++) {
            Map<String, Integer> index = indexes.get(column);
            Integer code = index.get(row[column]);
            if (code == null) {
                code = index.size();
                index.put(row[column], code);
            }
            codes[column][rows] = code;
        }
        beside.forEach((attribute, number) -> {
            if (number != ObservationBatch.MISSING) {
                attributes.computeIfAbsent(attribute, any -> nothing())[rows] = number;
            }
        });
        values[rows++] = value;
    }

    private void grow() {
        int room = (int) Math.min(capacity, 2L * values.length);
        for (int column = 0; column < codes.length; column++) {
            codes[column] = Arrays.copyOf(codes[column], room);
        }
        values = Arrays.copyOf(values, room);
        attributes.replaceAll((attribute, column) -> {
            long[] grown = Arrays.copyOf(column, room);
            Arrays.fill(grown, column.length, room, ObservationBatch.MISSING);
            return grown;
        });
    }

    private long[] nothing() {
        long[] column = new long[values.length];
        Arrays.fill(column, ObservationBatch.MISSING);
        return column;
    }

    public boolean isFull() {
        return rows == capacity;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** How many rows have been gathered since the last batch. */
    public int rows() {
        return rows;
    }

    /** The batch of what was added since the last one; the builder starts anew. */
    public ObservationBatch build(UUID releaseId, String datasetId, int sequence) {
        List<List<String>> dictionaries = new ArrayList<>();
        for (Map<String, Integer> index : indexes) {
            String[] dictionary = new String[index.size()];
            index.forEach((code, place) -> dictionary[place] = code);
            dictionaries.add(List.of(dictionary));
            index.clear();
        }
        int[][] used = new int[codes.length][];
        for (int column = 0; column < codes.length; column++) {
            used[column] = Arrays.copyOf(codes[column], rows);
        }
        Map<ObservationAttribute, long[]> beside = new EnumMap<>(ObservationAttribute.class);
        attributes.forEach((attribute, column) -> beside.put(attribute, Arrays.copyOf(column, rows)));
        ObservationBatch batch = new ObservationBatch(
                releaseId, datasetId, sequence, rows, columns, dictionaries, used, Arrays.copyOf(values, rows), beside);
        attributes.clear();
        rows = 0;
        return batch;
    }
}
