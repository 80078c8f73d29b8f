package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.time.LocalDate;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** A set of cells, packed: about two bytes for each. A cell is the number of its series and its period's first day. */
final class Cells {

    /** Months since year 0 take less. */
    private static final int MONTH_BITS = 20;

    private final Roaring64Bitmap cells = new Roaring64Bitmap();

    void add(int series, LocalDate firstDay) {
        cells.addLong(cell(series, month(firstDay)));
    }

    /**
     * @param series of each row
     */
    void add(ObservationBatch batch, int[] series) {
        long[] months = months(batch);
        for (int row = 0; row < series.length; row++) {
            cells.addLong(cell(series[row], months[batch.code(1, row)]));
        }
    }

    /**
     * @param series of each row
     * @return of each row, whether its cell is here
     */
    boolean[] contain(ObservationBatch batch, int[] series) {
        long[] months = months(batch);
        boolean[] contained = new boolean[series.length];
        for (int row = 0; row < series.length; row++) {
            contained[row] = cells.contains(cell(series[row], months[batch.code(1, row)]));
        }
        return contained;
    }

    private static long[] months(ObservationBatch batch) {
        return batch.dictionary(1).stream()
                .mapToLong(period -> month(Period.parse(period).orElseThrow().start()))
                .toArray();
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }

    private static long cell(int series, long month) {
        return (long) series << MONTH_BITS | month;
    }
}
