package cl.observatory.query.release;

import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.release.ObservationBatch;
import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.query.Outcome;
import cl.observatory.query.cube.CellVersions;
import cl.observatory.query.cube.SeenCells;
import cl.observatory.query.cube.SeriesIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Loads batches beside what is served, each in one transaction with the note that the event was applied. */
@ApplicationScoped
class BatchProjection {

    private final Jdbi jdbi;
    private final SeriesIds seriesIds;

    BatchProjection(Jdbi jdbi, SeriesIds seriesIds) {
        this.jdbi = jdbi;
        this.seriesIds = seriesIds;
    }

    Outcome apply(UUID eventId, ObservationBatch batch) throws SQLException {
        Frequency frequency = frequency(batch);
        int[] series = seriesIds.of(batch, frequency);
        return jdbi.inTransaction(handle -> {
            // no reader sees cells of a release that is loading: answers from before hold
            handle.execute("set local observatory.unseen = 'on'");
            if (!Inbox.accept(handle.getConnection(), eventId)) {
                return Outcome.DUPLICATE;
            }
            Optional<ReleaseKeys.Loading> release = ReleaseKeys.open(handle, batch.releaseId(), batch.datasetId());
            if (release.isEmpty()) {
                return Outcome.IGNORED;
            }
            load(handle, release.get(), batch, series);
            return Outcome.APPLIED;
        });
    }

    /** That of all periods of the batch. */
    private static Frequency frequency(ObservationBatch batch) {
        List<Frequency> frequencies = batch.dictionary(1).stream()
                .map(period -> Period.parse(period).orElseThrow().frequency())
                .distinct()
                .toList();
        if (frequencies.size() != 1) {
            throw new UnreadableEventException("a batch has periods of one frequency", null);
        }
        return frequencies.getFirst();
    }

    private static void load(Handle handle, ReleaseKeys.Loading release, ObservationBatch batch, int[] series)
            throws SQLException {
        ReleaseChecksum checksum = new ReleaseChecksum();
        if (release.isFirst()) {
            CellVersions.addFirst(handle, release.key(), batch, series, () -> checksum.add(batch));
            note(handle, release.key(), batch, checksum.hex(), new CellVersions.Merged(0, Set.of()), null);
        } else {
            SeenCells seen = new SeenCells();
            seen.add(batch, series);
            CellVersions.Merged merged = CellVersions.merge(
                    handle, release.key(), release.current(), batch, series, () -> checksum.add(batch));
            note(handle, release.key(), batch, checksum.hex(), merged, seen.pack());
        }
    }

    private static void note(
            Handle handle, int key, ObservationBatch batch, String checksum, CellVersions.Merged merged, byte[] seen) {
        handle.createUpdate("""
                        insert into loaded_batch (release_key, sequence, rows, checksum, matched, touched, seen)
                        values (:key, :sequence, :rows, :checksum, :matched, :touched, :seen)
                        """)
                .bind("key", key)
                .bind("sequence", batch.sequence())
                .bind("rows", batch.rows())
                .bind("checksum", checksum)
                .bind("matched", merged.matched())
                .bindArray("touched", LocalDate.class, merged.touched().toArray())
                .bind("seen", seen)
                .execute();
    }
}
