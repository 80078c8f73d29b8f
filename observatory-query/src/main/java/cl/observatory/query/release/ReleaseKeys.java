package cl.observatory.query.release;

import cl.observatory.query.cube.CellHistory;
import cl.observatory.query.cube.CellVersions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which releases there are, in the order of their arrival. */
final class ReleaseKeys {

    /** No release: less than every key. */
    static final int NONE = 0;

    private ReleaseKeys() {}

    /** A release that is loading. */
    record Loading(int key, int current) {

        /** Whether its data set has no visible release yet. */
        boolean isFirst() {
            return current == NONE;
        }
    }

    /**
     * The release, opened when it is new; empty when it is no longer loading or was removed. Releases of the data set that
     * began before and never became visible are discarded first: what comes after them would build on them.
     */
    static Optional<Loading> open(Handle handle, UUID id, String datasetId) {
        if (WithdrawalProjection.isRemoved(handle, id)) {
            return Optional.empty();
        }
        int opened = handle.createUpdate("""
                        insert into release (id, dataset_id, state) values (:id, :dataset, 'LOADING')
                        on conflict (id) do nothing
                        """)
                .bind("id", id)
                .bind("dataset", datasetId)
                .execute();
        if (opened == 1) {
            discardUnfinished(handle, id, datasetId);
        }
        int current = current(handle, datasetId);
        return handle.createQuery("select key from release where id = :id and state = 'LOADING'")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .map(key -> new Loading(key, current));
    }

    static boolean isVisible(Handle handle, UUID id) {
        return handle.createQuery("select exists (select from release where id = :id and state = 'VISIBLE')")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Lets the newest release that was not withdrawn hold again, if another one's cells do now. Releases that are still
     * loading build on those, and are discarded.
     */
    static void settle(Handle handle, String datasetId) {
        int holding = handle.createQuery("""
                        select coalesce(max(key), 0) from release
                        where dataset_id = :dataset and state = 'VISIBLE'
                          and not exists (select from withdrawal where release_id = release.id)
                        """)
                .bind("dataset", datasetId)
                .mapTo(Integer.class)
                .one();
        int current = current(handle, datasetId);
        if (restored(handle, current) == holding) {
            return;
        }
        discardUnfinished(handle, null, datasetId);
        int key = handle.createQuery("""
                        insert into release (id, dataset_id, state, sequence, restores)
                        select gen_random_uuid(), :dataset, 'RESTORED', max(sequence), :holding
                        from release where dataset_id = :dataset
                        returning key
                        """)
                .bind("dataset", datasetId)
                .bind("holding", holding)
                .mapTo(Integer.class)
                .one();
        CellHistory.restore(handle, datasetId, key, current, holding);
    }

    /** The key of the release whose cells hold under a key: itself, or the one that was restored. */
    static int restored(Handle handle, int key) {
        return handle.createQuery("select coalesce(restores, key) from release where key = :key")
                .bind("key", key)
                .mapTo(Integer.class)
                .findOne()
                .orElse(NONE);
    }

    /**
     * @param id of a release that goes on loading, null for none
     */
    private static void discardUnfinished(Handle handle, UUID id, String datasetId) {
        List<Integer> unfinished = handle.createQuery("""
                        update release set state = 'DISCARDED'
                        where dataset_id = :dataset and state = 'LOADING'
                          and id is distinct from :id::uuid
                        returning key
                        """)
                .bind("id", id)
                .bind("dataset", datasetId)
                .mapTo(Integer.class)
                .list();
        for (int key : unfinished) {
            CellVersions.discard(handle, datasetId, key);
            handle.execute("delete from loaded_batch where release_key = ?", key);
        }
    }

    private static int current(Handle handle, String datasetId) {
        return handle.createQuery("""
                        select coalesce(max(key), 0) from release
                        where dataset_id = :dataset and state in ('VISIBLE', 'RESTORED')
                        """)
                .bind("dataset", datasetId)
                .mapTo(Integer.class)
                .one();
    }
}
