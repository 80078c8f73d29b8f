package cl.observatory.reports.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Leaves and roots, as intake knows them. */
@ApplicationScoped
class FilingRepository {

    private final Jdbi jdbi;

    FilingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A leaf of its own place, or of none yet.
     *
     * @param place null until the tree of the day is made
     */
    record Place(LocalDate day, Integer place) {}

    void insert(Handle handle, FilingProof proof, LocalDate day) {
        handle.createUpdate("insert into filing_leaf (mark, leaf, day) values (:mark, :leaf, :day)")
                .bind("mark", proof.mark())
                .bind("leaf", proof.leaf())
                .bind("day", day)
                .execute();
    }

    Optional<Place> find(byte[] mark) {
        return jdbi.withHandle(handle -> handle.createQuery("select day, place from filing_leaf where mark = :mark")
                .bind("mark", mark)
                .map((row, context) ->
                        new Place(row.getObject("day", LocalDate.class), row.getObject("place", Integer.class)))
                .findOne());
    }

    /** In their places. */
    List<byte[]> leaves(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select leaf from filing_leaf where day = :day and place is not null order by place")
                .bind("day", day)
                .map((row, context) -> row.getBytes("leaf"))
                .list());
    }

    /**
     * @param after number; only roots behind it, in their order
     */
    List<FilingRoot> roots(int after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from filing_root where number > :after order by number limit :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map(new FilingRootMapper())
                .list());
    }
}
