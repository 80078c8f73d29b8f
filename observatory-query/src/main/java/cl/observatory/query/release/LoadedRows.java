package cl.observatory.query.release;

import cl.observatory.events.release.ReleaseChecksum;
import cl.observatory.events.release.ReleasePublished;
import cl.observatory.query.StoredJson;
import cl.observatory.query.cube.ReplacedCells;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What was loaded of a release, to be compared with what was published. */
final class LoadedRows {

    private final Handle handle;
    private final ReleaseKeys.Loading loading;
    private final ReleaseChecksum checksum = new ReleaseChecksum();
    private int batches;
    private long rows;
    private long matched;

    private LoadedRows(Handle handle, ReleaseKeys.Loading loading) {
        this.handle = handle;
        this.loading = loading;
    }

    static LoadedRows of(Handle handle, ReleaseKeys.Loading loading) {
        return handle.createQuery("select rows, checksum, matched from loaded_batch where release_key = :key")
                .bind("key", loading.key())
                .reduceRows(new LoadedRows(handle, loading), (loaded, row) -> {
                    loaded.batches++;
                    loaded.rows += row.getColumn("rows", Long.class);
                    loaded.matched += row.getColumn("matched", Long.class);
                    loaded.checksum.add(row.getColumn("checksum", String.class));
                    return loaded;
                });
    }

    /** Whether the release is whole: all its batches, or those of a merge together with the release that it is laid over. */
    boolean agreeWith(ReleasePublished release) {
        return batches == release.batches()
                && rows == release.rows()
                && (release.merges() ? agreeOverBase(release) : checksum.hex().equals(release.checksum()));
    }

    private boolean agreeOverBase(ReleasePublished release) {
        Optional<ReleasePublished> base =
                base().filter(holding -> holding.releaseId().equals(release.basedOn()));
        if (base.isEmpty() || base.get().totalRows() + rows - matched != release.totalRows()) {
            return false;
        }
        checksum.add(base.get().checksum());
        if (matched > 0) {
            ReplacedCells.subtractFrom(checksum, handle, release.dataset(), loading.key(), touched());
        }
        return checksum.hex().equals(release.checksum());
    }

    /** The periods, by their first days, in which cells were added or replaced. */
    private Set<LocalDate> touched() {
        return handle.createQuery("select distinct unnest(touched) from loaded_batch where release_key = :key")
                .bind("key", loading.key())
                .mapTo(LocalDate.class)
                .set();
    }

    /** The release whose cells hold. */
    private Optional<ReleasePublished> base() {
        return handle.createQuery("select definition from release where key = :key and state = 'VISIBLE'")
                .bind("key", ReleaseKeys.restored(handle, loading.current()))
                .map((row, context) -> StoredJson.read(row.getString(1), ReleasePublished.class))
                .findOne();
    }
}
