package cl.observatory.query.release;

import cl.observatory.events.Event;
import cl.observatory.events.Topics;
import cl.observatory.events.UnreadableEventException;
import cl.observatory.events.inbox.Inbox;
import cl.observatory.events.outbox.Outbox;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.events.release.ReleaseVisible;
import cl.observatory.query.Outcome;
import cl.observatory.query.StoredJson;
import cl.observatory.query.TransientFailure;
import cl.observatory.query.cube.CellVersions;
import cl.observatory.query.cube.DisclosurePolicy;
import cl.observatory.query.cube.RollUps;
import cl.observatory.query.cube.SeenCells;
import cl.observatory.query.dataset.DatasetProjection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes a loaded release visible: compares what was loaded with what was published, makes the sums, and switches, all in
 * one transaction with the note that the event was applied and the event that tells of it. A release that does not agree
 * is taken out again, and readers stay with the one before.
 */
@ApplicationScoped
class ReleaseProjection {

    private static final String SOURCE = "/observatory-query";

    private final Jdbi jdbi;

    ReleaseProjection(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * @throws TransientFailure when the territories of the release are not here yet
     * @throws UnreadableEventException when it does not agree with its batches, or comes after its successor
     */
    Outcome apply(UUID eventId, ReleasePublished release) throws SQLException {
        Outcome outcome = jdbi.inTransaction(handle -> {
            if (WithdrawalProjection.isRemoved(handle, release.releaseId())) {
                return Outcome.IGNORED;
            }
            boolean isNew = Inbox.accept(handle.getConnection(), eventId);
            if (isNew) {
                Optional<ReleaseKeys.Loading> loading =
                        ReleaseKeys.open(handle, release.releaseId(), release.datasetId());
                if (loading.isPresent()) {
                    showOrRefuse(handle, loading.get(), release);
                }
            }
            if (!ReleaseKeys.isVisible(handle, release.releaseId())) {
                return Outcome.REFUSED;
            }
            return isNew ? Outcome.APPLIED : Outcome.DUPLICATE;
        });
        if (outcome == Outcome.REFUSED) {
            throw new UnreadableEventException(
                    "release " + release.releaseId() + " does not agree with its batches, or comes too late", null);
        }
        return outcome;
    }

    private void showOrRefuse(Handle handle, ReleaseKeys.Loading loading, ReleasePublished release)
            throws SQLException {
        if (!loading.isFirst()) {
            CellVersions.expectFew(handle);
        }
        if (!LoadedRows.of(handle, loading).agreeWith(release) || !isNext(handle, loading.current(), release)) {
            refuse(handle, loading.key(), release);
            return;
        }
        if (!knowsTerritories(handle, release.territoriesVersion())) {
            throw new TransientFailure(new IllegalStateException("the territories of the release are not here yet"));
        }
        makeSums(handle, loading, release);
        DatasetProjection.store(handle, release.dataset());
        show(handle, loading.key(), release);
        // it may have been withdrawn before it came
        ReleaseKeys.settle(handle, release.datasetId());
    }

    /** Readers are never led back to an earlier release. */
    private static boolean isNext(Handle handle, int current, ReleasePublished release) {
        return handle.createQuery(
                        "select not exists (select from release where key = :current and sequence >= :sequence)")
                .bind("current", current)
                .bind("sequence", release.sequence())
                .mapTo(Boolean.class)
                .one();
    }

    private static void refuse(Handle handle, int key, ReleasePublished release) {
        CellVersions.discard(handle, release.datasetId(), key);
        handle.execute("delete from loaded_batch where release_key = ?", key);
        handle.createUpdate("update release set state = 'FAILED', definition = :definition::jsonb where key = :key")
                .bind("key", key)
                .bind("definition", StoredJson.write(release))
                .execute();
    }

    private static boolean knowsTerritories(Handle handle, String version) {
        return handle.createQuery("select exists (select from territories_version where version = :version)")
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
    }

    private void makeSums(Handle handle, ReleaseKeys.Loading loading, ReleasePublished release) throws SQLException {
        // committed before anything is added up: sums are made on connections of their own
        try (Handle own = jdbi.open()) {
            own.useTransaction(policy -> DisclosurePolicy.of(release.dataset())
                    .noteIn(policy, release.dataset().id()));
        }
        RollUps rollUps = new RollUps(handle, release.dataset(), loading.key());
        if (loading.isFirst()) {
            rollUps.makeAll(jdbi);
            return;
        }
        Set<LocalDate> touched = new TreeSet<>(
                handle.createQuery("select distinct unnest(touched) from loaded_batch where release_key = :key")
                        .bind("key", loading.key())
                        .mapTo(LocalDate.class)
                        .set());
        if (!release.merges()) {
            touched.addAll(endGoneCells(handle, loading, release));
        }
        rollUps.remake(loading.current(), touched);
    }

    /** Cells of the current release that this one no longer has. */
    private static Set<LocalDate> endGoneCells(Handle handle, ReleaseKeys.Loading loading, ReleasePublished release) {
        boolean allMatched = handle.createQuery("""
                        select coalesce(sum(matched), 0) = coalesce((
                            select coalesce(definition ->> 'totalRows', definition ->> 'rows')::bigint
                            from release where key = :holding), 0)
                        from loaded_batch where release_key = :key
                        """)
                .bind("key", loading.key())
                .bind("holding", ReleaseKeys.restored(handle, loading.current()))
                .mapTo(Boolean.class)
                .one();
        if (allMatched) {
            return Set.of();
        }
        SeenCells seen = new SeenCells();
        handle.createQuery("select seen from loaded_batch where release_key = :key")
                .bind("key", loading.key())
                .mapTo(byte[].class)
                .forEach(seen::addPacked);
        return seen.endAllOthers(handle, release.datasetId(), loading.key(), loading.current());
    }

    private static void show(Handle handle, int key, ReleasePublished release) throws SQLException {
        handle.createUpdate("update loaded_batch set seen = null where release_key = :key")
                .bind("key", key)
                .execute();
        handle.createUpdate("""
                        update release set state = 'VISIBLE', sequence = :sequence, published_at = :publishedAt,
                            definition = :definition::jsonb
                        where key = :key
                        """)
                .bind("key", key)
                .bind("sequence", release.sequence())
                .bind("publishedAt", release.publishedAt().atOffset(ZoneOffset.UTC))
                .bind("definition", StoredJson.write(release))
                .execute();
        Outbox.addOnce(
                handle.getConnection(),
                Topics.PUBLIC,
                Event.of(
                        eventId(release.releaseId()),
                        SOURCE,
                        ReleaseVisible.TYPE,
                        release.datasetId(),
                        release.publishedAt(),
                        new ReleaseVisible(
                                release.releaseId(),
                                release.datasetId(),
                                release.sequence(),
                                release.status(),
                                release.publishedAt(),
                                release.totalRows(),
                                release.checksum())));
    }

    /** Computed, so that a rebuild announces nothing twice. */
    static UUID eventId(UUID release) {
        return UUID.nameUUIDFromBytes((ReleaseVisible.TYPE + " " + release).getBytes(StandardCharsets.UTF_8));
    }
}
