package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads the batches of a release, one after the other. */
public final class BatchReader {

    private static final String SELECT = "select data from release_batch where release_id = ? and sequence = ?";

    private BatchReader() {}

    /** Takes a batch. */
    @FunctionalInterface
    public interface Reading {
        void accept(ObservationBatch batch) throws SQLException;
    }

    /** Hands out every batch in the order in which they were written; one at a time is in memory. */
    public static void forEach(Connection connection, UUID releaseId, Reading reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            for (int sequence = 0; ; sequence++) {
                select.setObject(1, releaseId);
                select.setInt(2, sequence);
                try (ResultSet row = select.executeQuery()) {
                    if (!row.next()) {
                        return;
                    }
                    reader.accept(ObservationBatchCodec.decode(row.getBytes(1)));
                }
            }
        }
    }
}
