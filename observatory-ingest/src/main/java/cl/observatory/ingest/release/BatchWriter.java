package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationAttribute;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes the rows of a release to come as encoded batches, in the transaction of the given connection. */
public final class BatchWriter {

    private static final String INSERT =
            "insert into release_batch (release_id, sequence, event_id, rows, data) values (?, ?, ?, ?, ?)";

    private final Connection connection;
    private final UUID releaseId;
    private final String datasetId;
    private final ObservationBatchBuilder builder;
    private final ReleaseChecksum checksum = new ReleaseChecksum();
    private int count;
    private String firstPeriod;
    private String lastPeriod;

    /**
     * @param dimensions the data set's own, in their order
     */
    public BatchWriter(
            Connection connection, UUID releaseId, String datasetId, List<String> dimensions, int batchRows) {
        this.connection = connection;
        this.releaseId = releaseId;
        this.datasetId = datasetId;
        this.builder = new ObservationBatchBuilder(dimensions, batchRows);
    }

    /**
     * What was written.
     *
     * @param checksum {@link ReleaseChecksum} over all rows
     * @param firstPeriod null when there are no rows
     */
    public record Written(int count, String checksum, String firstPeriod, String lastPeriod) {}

    /**
     * @param codes territory, period, the dimensions in their order, status
     * @param beside attributes of an estimate
     */
    public void add(String[] codes, long value, Map<ObservationAttribute, Long> beside) throws SQLException {
        builder.add(codes, value, beside);
        if (builder.isFull()) {
            store();
        }
    }

    /** Writes what is left. */
    public Written finish() throws SQLException {
        if (!builder.isEmpty()) {
            store();
        }
        return new Written(count, checksum.hex(), firstPeriod, lastPeriod);
    }

    private void store() throws SQLException {
        ObservationBatch batch = builder.build(releaseId, datasetId, count);
        checksum.add(batch);
        for (String period : batch.dictionary(1)) {
            // of one frequency, so that the order of the texts is the order of the periods
            firstPeriod = firstPeriod == null || period.compareTo(firstPeriod) < 0 ? period : firstPeriod;
            lastPeriod = lastPeriod == null || period.compareTo(lastPeriod) > 0 ? period : lastPeriod;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, releaseId);
            insert.setInt(2, count++);
            insert.setObject(3, UUID.randomUUID());
            insert.setInt(4, batch.rows());
            insert.setBytes(5, ObservationBatchCodec.encode(batch));
            insert.executeUpdate();
        }
    }
}
