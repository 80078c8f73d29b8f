package cl.observatory.query.cube;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/** The cells that a release has, packed: what tells which cells of the release before it no longer has. */
public final class SeenCells {

    /** Months since year 0 take less. */
    private static final int PERIOD_BITS = 20;

    private static final int PAGE = 10_000;

    private static final String CURRENT = """
            select cell.series_id, cell.period from cell join series on series.id = cell.series_id
            where series.dataset_id = :dataset and not series.derived
              and cell.from_release <= :current and cell.until_release > :current
            """;

    private static final String END = """
            update cell set until_release = :key
            from unnest(:series, :periods) as gone (series_id, period)
            where cell.series_id = gone.series_id and cell.period = gone.period
              and cell.from_release <= :current and cell.until_release > :current
            """;

    private final Roaring64Bitmap cells = new Roaring64Bitmap();

    public void add(ObservationBatch batch, int[] series) {
        long[] months = batch.dictionary(1).stream()
                .map(period -> Period.parse(period).orElseThrow().start())
                .mapToLong(SeenCells::month)
                .toArray();
        for (int row = 0; row < series.length; row++) {
            cells.addLong((long) series[row] << PERIOD_BITS | months[batch.code(1, row)]);
        }
    }

    public byte[] pack() {
        cells.runOptimize();
        ByteBuffer packed = ByteBuffer.allocate(Math.toIntExact(cells.serializedSizeInBytes()));
        try {
            cells.serialize(packed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.array();
    }

    /** Adds what another had packed. */
    public void addPacked(byte[] packed) {
        Roaring64Bitmap other = new Roaring64Bitmap();
        try {
            other.deserialize(ByteBuffer.wrap(packed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        cells.or(other);
    }

    /**
     * Ends the versions of all cells of the current release that are not among these.
     *
     * @return the periods, by their first days, in which cells ended
     */
    public Set<LocalDate> endAllOthers(Handle handle, String datasetId, int key, int current) {
        Set<LocalDate> touched = new TreeSet<>();
        List<Integer> series = new ArrayList<>();
        List<LocalDate> periods = new ArrayList<>();
        try (Stream<Cell> stored = handle
                .createQuery(CURRENT)
                .bind("dataset", datasetId)
                .bind("current", current)
                .setFetchSize(PAGE)
                .map((row, context) -> new Cell(row.getInt(1), row.getObject(2, LocalDate.class)))
                .stream()) {
            stored.filter(cell -> !cells.contains((long) cell.series() << PERIOD_BITS | month(cell.period())))
                    .forEach(gone -> {
                        touched.add(gone.period());
                        series.add(gone.series());
                        periods.add(gone.period());
                        if (series.size() == PAGE) {
                            end(handle, key, current, series, periods);
                        }
                    });
        }
        end(handle, key, current, series, periods);
        return touched;
    }

    private record Cell(int series, LocalDate period) {}

    private static void end(Handle handle, int key, int current, List<Integer> series, List<LocalDate> periods) {
        handle.createUpdate(END)
                .bind("key", key)
                .bind("current", current)
                .bindArray("series", Integer.class, series)
                .bindArray("periods", LocalDate.class, periods)
                .execute();
        series.clear();
        periods.clear();
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue() - 1;
    }
}
