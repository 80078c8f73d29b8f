package cl.observatory.ingest.release;

import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ObservationBatchCodec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * The release of a data set that holds: the newest one that was not withdrawn. Its rows are those of the last full
 * release, overlaid by the merges since.
 *
 * @param rows of the whole release
 * @param checksum over all of them
 */
record CurrentRelease(UUID id, long rows, String checksum, String firstPeriod, String lastPeriod) {

    private static final String FIND = """
            select import.id, coalesce(total_rows, rows_accepted) as rows, checksum,
                   coalesce(total_first_period, first_period) as first_period,
                   coalesce(total_last_period, last_period) as last_period
            from release join import on import.id = release.id
            where release.dataset_id = ? and withdrawn_at is null
            order by release.sequence desc limit 1
            """;

    /** From the newest to the oldest row that counts; batches of before they were parted by years say no periods. */
    private static final String BATCHES = """
            with recursive layer (id, update_mode, based_on, depth) as (
                select id, update_mode, based_on, 0 from import where id = ?
                union all
                select below.id, below.update_mode, below.based_on, layer.depth + 1
                from layer join import below on below.id = layer.based_on
                where layer.update_mode = 'merge')
            select release_id, sequence from layer join release_batch on release_id = layer.id
            where ?::integer[] is null or first_period is null or left(first_period, 4)::integer = any (?::integer[])
            order by depth, sequence
            """;

    private static final String BATCH = "select data from release_batch where release_id = ? and sequence = ?";

    /** Where a batch is stored. */
    private record Place(UUID release, int sequence) {}

    /** Takes a batch. */
    interface Reader {
        void read(ObservationBatch batch) throws SQLException;
    }

    /** Empty when the data set has none. */
    static Optional<CurrentRelease> find(Connection connection, String datasetId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, datasetId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new CurrentRelease(
                                row.getObject("id", UUID.class),
                                row.getLong("rows"),
                                row.getString("checksum"),
                                row.getString("first_period"),
                                row.getString("last_period")))
                        : Optional.empty();
            }
        }
    }

    /**
     * Reads the batches that the release is made of, those on top first: of a cell that comes again, the first counts.
     *
     * @param years which years' batches are enough, null for all
     */
    void read(Staging staging, SortedSet<Integer> years, Reader reader) throws SQLException {
        List<Place> places = places(staging.connection(), years);
        byte[] next = places.isEmpty() ? null : data(staging.connection(), places.getFirst());
        for (int i = 0; i < places.size(); i++) {
            ObservationBatch batch = ObservationBatchCodec.decode(next);
            // fetched first, so that the store takes in this batch while the next one is decoded
            next = i + 1 < places.size() ? data(staging.connection(), places.get(i + 1)) : null;
            reader.read(batch);
        }
    }

    private List<Place> places(Connection connection, SortedSet<Integer> years) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BATCHES)) {
            select.setObject(1, id);
            for (int parameter = 2; parameter <= 3; parameter++) {
                select.setArray(parameter, years == null ? null : connection.createArrayOf("integer", years.toArray()));
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    places.add(new Place(rows.getObject(1, UUID.class), rows.getInt(2)));
                }
            }
        }
        return places;
    }

    /** A batch of a release to come. */
    static ObservationBatch batch(Connection connection, UUID release, int sequence) throws SQLException {
        return ObservationBatchCodec.decode(data(connection, new Place(release, sequence)));
    }

    private static byte[] data(Connection connection, Place place) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BATCH)) {
            select.setObject(1, place.release());
            select.setInt(2, place.sequence());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("a batch of release " + place.release() + " is gone");
                }
                return row.getBytes(1);
            }
        }
    }
}
