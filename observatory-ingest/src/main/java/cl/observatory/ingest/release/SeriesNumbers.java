package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the series of a file and of what it is compared with, from 0: a territory with a code of each dimension. */
final class SeriesNumbers {

    private static final int LARGEST_TABLE = 1 << 20;

    /** Of each column: its codes in the order in which they were seen. */
    private final List<Map<String, Integer>> codes = new ArrayList<>();

    /** Of each dimension: the number of what stands before it, together with its code. */
    private final List<Map<Long, Integer>> pairs = new ArrayList<>();

    /** Is told of a series that was not seen before. */
    interface Unseen {
        void accept(int number, String area, List<String> codes) throws SQLException;
    }

    /** The series of each row. */
    int[] of(ObservationBatch batch, Unseen unseen) throws SQLException {
        int[] columns = columns(batch);
        int[] series = new int[batch.rows()];
        Places places = Places.of(batch, columns);
        for (int row = 0; row < series.length; row++) {
            long place = 0;
            for (int column : columns) {
                place = place * batch.dictionary(column).size() + batch.code(column, row);
            }
            int number = places.number(place);
            if (number < 0) {
                number = number(batch, columns, row, unseen);
                places.put(place, number);
            }
            series[row] = number;
        }
        return series;
    }

    private static int[] columns(ObservationBatch batch) {
        int[] columns = new int[batch.columns().size() - 2];
        for (int i = 1; i < columns.length; i++) {
            columns[i] = i + 1;
        }
        return columns;
    }

    private int number(ObservationBatch batch, int[] columns, int row, Unseen unseen) throws SQLException {
        boolean isNew = false;
        int number = 0;
        List<String> written = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            if (i == codes.size()) {
                codes.add(new HashMap<>());
                pairs.add(new HashMap<>());
            }
            String code = batch.dictionary(columns[i]).get(batch.code(columns[i], row));
            written.add(code);
            Map<String, Integer> seen = codes.get(i);
            int place = seen.computeIfAbsent(code, any -> seen.size());
            Map<Long, Integer> pair = pairs.get(i);
            int before = pair.size();
            number = pair.computeIfAbsent((long) number << Integer.SIZE | place, any -> before);
            isNew = pair.size() > before;
        }
        if (isNew) {
            unseen.accept(number, written.getFirst(), written.subList(1, written.size()));
        }
        return number;
    }

    /** Numbers by the place of their codes in the dictionaries of one batch. */
    private static final class Places {

        private final int[] table;
        private final Map<Long, Integer> map = new HashMap<>();

        private Places(int[] table) {
            this.table = table;
        }

        static Places of(ObservationBatch batch, int[] columns) {
            long size = 1;
            for (int column : columns) {
                size = Math.min(
                        LARGEST_TABLE + 1L, size * batch.dictionary(column).size());
            }
            int[] table = new int[size > LARGEST_TABLE ? 0 : (int) size];
            Arrays.fill(table, -1);
            return new Places(table);
        }

        int number(long place) {
            return table.length > 0 ? table[(int) place] : map.getOrDefault(place, -1);
        }

        void put(long place, int number) {
            if (table.length > 0) {
                table[(int) place] = number;
            } else {
                map.put(place, number);
            }
        }
    }
}
