package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import org.jdbi.v3.core.Handle;

/**
 * Which whole numbers of a data set are never told, whatever was sent: a second lock behind the masks of the owners. It is
 * noted with each series, and the view {@code told} applies it, from which all answers and sums are made.
 *
 * @param hiddenFrom numbers from this on
 * @param hiddenBelow until below this are hidden; none when both are the same
 * @param step what is no multiple of this is hidden
 */
public record DisclosurePolicy(long hiddenFrom, long hiddenBelow, long step) {

    private static final DisclosurePolicy EVERYTHING_IS_TOLD = new DisclosurePolicy(0, 0, 1);

    private static final String NOTE = """
            update series set hidden_from = :hiddenFrom, hidden_below = :hiddenBelow, step = :step
            where dataset_id = :dataset
              and (hidden_from, hidden_below, step) is distinct from (:hiddenFrom, :hiddenBelow, :step)
            """;

    public static DisclosurePolicy of(DatasetDefined dataset) {
        return dataset.hidesSmallCounts()
                ? new DisclosurePolicy(1, dataset.smallCountsBelow() * Math.powExact(10L, dataset.decimals()), 1)
                : EVERYTHING_IS_TOLD;
    }

    /** Notes it with the series of the data set, those of a release that is not visible yet among them. */
    public void noteIn(Handle handle, String datasetId) {
        handle.createUpdate(NOTE)
                .bind("dataset", datasetId)
                .bind("hiddenFrom", hiddenFrom)
                .bind("hiddenBelow", hiddenBelow)
                .bind("step", step)
                .execute();
    }
}
