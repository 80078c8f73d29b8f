package cl.observatory.query.release;

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
     * The release, opened when it is new; empty when it is no longer loading. Releases of the data set that began before
     * and never became visible are discarded first: what comes after them would build on them.
     */
    static Optional<Loading> open(Handle handle, UUID id, String datasetId) {
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

    private static void discardUnfinished(Handle handle, UUID id, String datasetId) {
        List<Integer> unfinished = handle.createQuery("""
                        update release set state = 'DISCARDED'
                        where dataset_id = :dataset and state = 'LOADING' and id <> :id
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
                        select coalesce(max(key), 0) from release where dataset_id = :dataset and state = 'VISIBLE'
                        """)
                .bind("dataset", datasetId)
                .mapTo(Integer.class)
                .one();
    }
}
