package cl.observatory.ingest.release;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.events.reference.DatasetDefined.Dimension;
import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleaseChecksum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A release to be, while its rows come in: they are written as batches and compared with the current release, all in the
 * transaction of the given connection. What it costs follows the file, and for a merge the years that the file touches and the few before;
 * memory grows by a few bytes for each cell.
 */
public final class ReleaseDraft implements AutoCloseable {

    /** Where the rows of a merge's file wait, behind every place that a batch of its own can have. */
    private static final int FILE_SEQUENCES = 1_000_000;

    /** So many years are enough for each month to be judged by its like. */
    private static final int YEARS_BEFORE = 5;

    private final UUID id;
    private final DatasetDefined dataset;
    private final int batchRows;
    private final Staging staging;
    private final Optional<CurrentRelease> current;
    private final Update update;
    private final BatchWriter writer;
    private final Cells cells = new Cells();
    private final BitSet sent = new BitSet();
    private final RegionYears ofFile = new RegionYears();
    private final RegionYears ofCurrent = new RegionYears();

    /**
     * @param id of the import, and so of the release
     * @param asked a merge over nothing is full
     */
    public ReleaseDraft(Connection connection, UUID id, DatasetDefined dataset, Update asked, int batchRows)
            throws SQLException {
        this.id = id;
        this.dataset = dataset;
        this.batchRows = batchRows;
        current = CurrentRelease.find(connection, dataset.id());
        update = current.isPresent() ? asked : Update.full;
        staging = new Staging(connection);
        writer = writer(update == Update.merge ? FILE_SEQUENCES : 0, this::stage);
    }

    private BatchWriter writer(int firstSequence, BatchWriter.Stored stored) {
        return new BatchWriter(
                staging,
                id,
                dataset.id(),
                dataset.dimensions().stream().map(Dimension::id).toList(),
                batchRows,
                firstSequence,
                stored);
    }

    private void stage(ObservationBatch batch) throws SQLException {
        int[] series = staging.series(batch);
        staging.addNew(batch, series);
        ofFile.add(batch, row -> true);
        if (update == Update.merge) {
            Arrays.stream(series).forEach(sent::set);
            cells.add(batch, series);
        }
    }

    /**
     * The connection, once what was handed over has arrived in the tables of {@link Staging}. Whoever does something else on the connection of a draft asks for it here.
     */
    public Connection connection() throws SQLException {
        return staging.connection();
    }

    /**
     * @param codes territory, period, the dimensions in their order, status
     * @param beside attributes of an estimate
     */
    public void add(String[] codes, long value, Map<ObservationAttribute, Long> beside) throws SQLException {
        writer.add(codes, value, beside);
    }

    /** Ends the file: writes what is left, and compares. */
    public DraftedRelease finish() throws SQLException {
        BatchWriter.Written file = writer.finish();
        ReleaseChecksum others = stageCurrent(update == Update.merge ? file.years() : null);
        staging.addPlaces();
        Changes changes = new Comparison(dataset, update, ofFile, ofCurrent).changes(staging.connection());
        UUID basedOn = current.map(CurrentRelease::id).orElse(null);
        if (update == Update.full) {
            return new DraftedRelease(
                    update, basedOn, file.count(), file.whole().rows(), file.whole(), file.whole(), changes);
        }
        BatchWriter.Written changed = keepChanged();
        others.add(file.whole().checksum());
        DraftedRelease.Whole whole = new DraftedRelease.Whole(
                current.orElseThrow().rows() + changes.created(),
                others.hex(),
                earlier(current.get().firstPeriod(), file.whole().firstPeriod()),
                later(current.get().lastPeriod(), file.whole().lastPeriod()));
        return new DraftedRelease(
                update, basedOn, changed.count(), changed.whole().rows(), file.whole(), whole, changes);
    }

    /**
     * @param other null when the file has no rows
     */
    private static String earlier(String one, String other) {
        return other == null || one.compareTo(other) <= 0 ? one : other;
    }

    private static String later(String one, String other) {
        return other == null || one.compareTo(other) >= 0 ? one : other;
    }

    /**
     * @param years null for all
     * @return sum over the rows of the current release whose cells the file of a merge lacks
     */
    private ReleaseChecksum stageCurrent(SortedSet<Integer> years) throws SQLException {
        ReleaseChecksum others = new ReleaseChecksum();
        if (current.isEmpty()) {
            return others;
        }
        others.add(current.get().checksum());
        Cells seen = new Cells();
        NavigableSet<Integer> before = years == null ? null : before(years);
        current.get().read(staging, union(years, before), batch -> {
            int[] series = staging.series(batch);
            boolean[] covered = seen.contain(batch, series);
            boolean[] counts = inYears(batch, years);
            boolean[] earlier = before == null ? new boolean[batch.rows()] : inYears(batch, before);
            for (int row = 0; row < covered.length; row++) {
                counts[row] &= !covered[row];
                earlier[row] &= !covered[row] && sent.get(series[row]);
            }
            seen.add(batch, series);
            staging.addEarlier(batch, series, row -> earlier[row]);
            staging.addCurrent(batch, series, row -> counts[row]);
            ofCurrent.add(batch, row -> counts[row]);
            if (update == Update.merge) {
                boolean[] inFile = cells.contain(batch, series);
                others.subtract(batch, row -> counts[row] && inFile[row]);
            }
        });
        return others;
    }

    /** Years that say what is usual for the series of a merge; how far back does not depend on how far the table goes. */
    private static NavigableSet<Integer> before(SortedSet<Integer> years) {
        NavigableSet<Integer> before = new TreeSet<>();
        years.forEach(year -> IntStream.range(year - YEARS_BEFORE, year).forEach(before::add));
        before.removeAll(years);
        return before;
    }

    private static NavigableSet<Integer> union(SortedSet<Integer> years, NavigableSet<Integer> before) {
        if (years == null) {
            return null;
        }
        NavigableSet<Integer> all = new TreeSet<>(years);
        all.addAll(before);
        return all;
    }

    private static boolean[] inYears(ObservationBatch batch, SortedSet<Integer> years) {
        boolean[] wanted = new boolean[batch.rows()];
        for (int row = 0; row < wanted.length; row++) {
            wanted[row] = years == null
                    || years.contains(Integer.parseInt(batch.dictionary(1).get(batch.code(1, row)), 0, 4, 10));
        }
        return wanted;
    }

    /** Writes the rows of a merge's file that differ from the current release, in place of all of them. */
    private BatchWriter.Written keepChanged() throws SQLException {
        Cells unchanged = Comparison.unchanged(staging.connection());
        BatchWriter changed = writer(0, batch -> {});
        for (int sequence = FILE_SEQUENCES; sequence < FILE_SEQUENCES + writer.count(); sequence++) {
            ObservationBatch batch = CurrentRelease.batch(staging.connection(), id, sequence);
            boolean[] same = unchanged.contain(batch, staging.series(batch));
            for (int row = 0; row < same.length; row++) {
                if (!same[row]) {
                    changed.add(batch, row);
                }
            }
        }
        BatchWriter.Written written = changed.finish();
        try (PreparedStatement delete = staging.connection()
                .prepareStatement("delete from release_batch where release_id = ? and sequence >= ?")) {
            delete.setObject(1, id);
            delete.setInt(2, FILE_SEQUENCES);
            delete.executeUpdate();
        }
        return written;
    }

    @Override
    public void close() throws SQLException {
        staging.close();
    }
}
