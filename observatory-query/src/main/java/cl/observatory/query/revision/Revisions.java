package cl.observatory.query.revision;

import cl.observatory.query.release.Releases;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How releases differ, found out once for each pair and remembered: it goes over all cells of the data set. Which series
 * differ is remembered too, so that a page of cells looks at these only.
 */
@ApplicationScoped
public class Revisions {

    /** Of the order of ten megabytes. */
    private static final int REMEMBERED_NUMBERS = 2_500_000;

    private final ChangedCells cells;
    private final Cache<Pair, Revision> remembered = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_NUMBERS)
            .weigher((Pair pair, Revision revision) -> revision.size())
            .build();

    Revisions(ChangedCells cells) {
        this.cells = cells;
    }

    Revision of(Pair pair, boolean estimates) {
        return remembered.get(pair, asked -> cells.count(asked, estimates));
    }

    /** How many cells of one release are not in another one any more. */
    public long removed(Releases.Visible before, Releases.Visible after) {
        boolean estimates = after.published().dataset().hasEstimates();
        return before.key() == after.key()
                ? 0
                : of(Pair.of(before, after), estimates).total().removed();
    }
}
