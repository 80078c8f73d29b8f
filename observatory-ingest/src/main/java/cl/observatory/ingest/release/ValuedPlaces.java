package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** The territories and periods that have a value: fifty times fewer than the cells of fifty offences. */
final class ValuedPlaces {

    private static final int MONTHS = 12;

    /** By territory, the months since year 0 with which the periods begin. */
    private final Map<String, BitSet> months = new TreeMap<>();

    void add(ObservationBatch batch, IntPredicate rows) {
        int periods = batch.dictionary(1).size();
        BitSet places = new BitSet(batch.dictionary(0).size() * periods);
        for (int row = 0; row < batch.rows(); row++) {
            if (!batch.isMissing(row) && rows.test(row)) {
                places.set(batch.code(0, row) * periods + batch.code(1, row));
            }
        }
        int[] monthOfPeriod = batch.dictionary(1).stream()
                .mapToInt(period -> month(Period.parse(period).orElseThrow().start()))
                .toArray();
        places.stream()
                .forEach(place -> months.computeIfAbsent(batch.dictionary(0).get(place / periods), any -> new BitSet())
                        .set(monthOfPeriod[place % periods]));
    }

    private static int month(LocalDate day) {
        return day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    /**
     * @param table with the columns {@code area} and {@code period}
     */
    void copyTo(Connection connection, String table) throws SQLException {
        CopyRows copy = new CopyRows(connection, table + " (area, period)");
        for (Map.Entry<String, BitSet> area : months.entrySet()) {
            for (int month : area.getValue().stream().toArray()) {
                copy.row(2)
                        .text(area.getKey())
                        .date(LocalDate.of(month / MONTHS, month % MONTHS + 1, 1)
                                .toEpochDay());
            }
        }
        copy.end();
    }
}
