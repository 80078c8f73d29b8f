package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes the rows of a release to come as encoded batches, each with periods of one year only, so that a merge reads
 * those of the years that it touches. Memory is bounded by a few batches, however many years there are.
 */
final class BatchWriter {

    private static final String INSERT = """
            insert into release_batch (release_id, sequence, event_id, rows, first_period, last_period, data)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    /** How many batches' worth of rows wait for more of their year. */
    private static final int HELD_BATCHES = 8;

    private static final int YEARS = 10_000;
    private static final int YEAR_DIGITS = 4;

    private final Staging staging;
    private final UUID releaseId;
    private final String datasetId;
    private final List<String> dimensions;
    private final int batchRows;
    private final int firstSequence;
    private final Stored stored;
    /** By year. */
    private final ObservationBatchBuilder[] builders = new ObservationBatchBuilder[YEARS];

    private final SortedSet<Integer> years = new TreeSet<>();
    private final ReleaseChecksum checksum = new ReleaseChecksum();
    private int held;
    private int count;
    private long rows;
    private String firstPeriod;
    private String lastPeriod;

    /** Is told of each batch when it has been stored. */
    interface Stored {
        void accept(ObservationBatch batch) throws SQLException;
    }

    /**
     * @param staging on whose connection, and so in whose transaction, batches are written
     * @param dimensions the data set's own, in their order
     * @param firstSequence place of the first batch
     */
    BatchWriter(
            Staging staging,
            UUID releaseId,
            String datasetId,
            List<String> dimensions,
            int batchRows,
            int firstSequence,
            Stored stored) {
        this.staging = staging;
        this.releaseId = releaseId;
        this.datasetId = datasetId;
        this.dimensions = dimensions;
        this.batchRows = batchRows;
        this.firstSequence = firstSequence;
        this.stored = stored;
    }

    /**
     * What was written.
     *
     * @param count of batches
     * @param whole all rows of them
     */
    record Written(int count, SortedSet<Integer> years, DraftedRelease.Whole whole) {}

    /**
     * @param codes territory, period, the dimensions in their order, status
     * @param beside attributes of an estimate
     */
    void add(String[] codes, long value, Map<ObservationAttribute, Long> beside) throws SQLException {
        int year = Integer.parseInt(codes[1], 0, YEAR_DIGITS, 10);
        ObservationBatchBuilder builder = builders[year];
        if (builder == null) {
            builder = new ObservationBatchBuilder(dimensions, batchRows);
            builders[year] = builder;
        }
        builder.add(codes, value, beside);
        held++;
        if (builder.isFull()) {
            store(year);
        } else if (held == (long) HELD_BATCHES * batchRows) {
            store(fullest());
        }
    }

    /** Adds a row as it stands in another batch. */
    void add(ObservationBatch batch, int row) throws SQLException {
        String[] codes = new String[batch.columns().size()];
        for (int column = 0; column < codes.length; column++) {
            codes[column] = batch.dictionary(column).get(batch.code(column, row));
        }
        Map<ObservationAttribute, Long> beside = new EnumMap<>(ObservationAttribute.class);
        if (batch.hasAttributes()) {
            for (ObservationAttribute attribute : ObservationAttribute.values()) {
                beside.put(attribute, batch.attribute(attribute, row));
            }
        }
        add(codes, batch.value(row), beside);
    }

    /** Writes what is left. */
    Written finish() throws SQLException {
        for (int year = 0; year < YEARS; year++) {
            if (builders[year] != null) {
                store(year);
            }
        }
        return new Written(count, years, new DraftedRelease.Whole(rows, checksum.hex(), firstPeriod, lastPeriod));
    }

    /** How many batches have been written. */
    int count() {
        return count;
    }

    private int fullest() {
        return IntStream.range(0, YEARS)
                .filter(year -> builders[year] != null)
                .boxed()
                .max(Comparator.comparingInt(year -> builders[year].rows()))
                .orElseThrow();
    }

    private void store(int year) throws SQLException {
        ObservationBatch batch = builders[year].build(releaseId, datasetId, firstSequence + count);
        builders[year] = null;
        count++;
        held -= batch.rows();
        rows += batch.rows();
        years.add(year);
        checksum.add(batch);
        // of one frequency, so that the order of the texts is the order of the periods
        List<String> periods = new ArrayList<>(batch.dictionary(1));
        periods.sort(null);
        if (firstPeriod == null || periods.getFirst().compareTo(firstPeriod) < 0) {
            firstPeriod = periods.getFirst();
        }
        if (lastPeriod == null || periods.getLast().compareTo(lastPeriod) > 0) {
            lastPeriod = periods.getLast();
        }
        byte[] data = ObservationBatchCodec.encode(batch);
        try (PreparedStatement insert = staging.connection().prepareStatement(INSERT)) {
            insert.setObject(1, releaseId);
            insert.setInt(2, batch.sequence());
            insert.setObject(3, UUID.randomUUID());
            insert.setInt(4, batch.rows());
            insert.setString(5, periods.getFirst());
            insert.setString(6, periods.getLast());
            insert.setBytes(7, data);
            insert.executeUpdate();
        }
        stored.accept(batch);
    }
}
