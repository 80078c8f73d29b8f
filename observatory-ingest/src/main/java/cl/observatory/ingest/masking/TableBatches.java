package cl.observatory.ingest.masking;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchBuilder;
import cl.observatory.events.release.ObservationBatchCodec;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.ingest.release.DraftedRelease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Writes the rows of a masked table as encoded batches of one year each, in the transaction of the given connection. */
final class TableBatches {

    private static final String INSERT = """
            insert into release_batch (release_id, sequence, event_id, rows, first_period, last_period, data)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final UUID id;
    private final String datasetId;
    private final ObservationBatchBuilder builder;
    private final ReleaseChecksum checksum = new ReleaseChecksum();
    private final TreeSet<String> periods = new TreeSet<>();
    private int count;
    private long rows;

    /**
     * @param dimensions the table's own, in their order
     */
    TableBatches(Connection connection, UUID id, String datasetId, List<String> dimensions, int batchRows) {
        this.connection = connection;
        this.id = id;
        this.datasetId = datasetId;
        this.builder = new ObservationBatchBuilder(dimensions, batchRows);
    }

    /**
     * @param codes territory, period, the dimensions in their order, status
     */
    void add(String[] codes, long value) throws SQLException {
        builder.add(codes, value);
        if (builder.isFull()) {
            store();
        }
    }

    /** Writes what is left of a year. */
    void endYear() throws SQLException {
        if (!builder.isEmpty()) {
            store();
        }
    }

    int count() {
        return count;
    }

    DraftedRelease.Whole whole() {
        return new DraftedRelease.Whole(
                rows,
                checksum.hex(),
                periods.isEmpty() ? null : periods.first(),
                periods.isEmpty() ? null : periods.last());
    }

    private void store() throws SQLException {
        ObservationBatch batch = builder.build(id, datasetId, count++);
        checksum.add(batch);
        rows += batch.rows();
        // of one frequency, so that the order of the texts is the order of the periods
        TreeSet<String> ofBatch = new TreeSet<>(batch.dictionary(1));
        periods.addAll(ofBatch);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setInt(2, batch.sequence());
            insert.setObject(3, UUID.randomUUID());
            insert.setInt(4, batch.rows());
            insert.setString(5, ofBatch.first());
            insert.setString(6, ofBatch.last());
            insert.setBytes(7, ObservationBatchCodec.encode(batch));
            insert.executeUpdate();
        }
    }
}
