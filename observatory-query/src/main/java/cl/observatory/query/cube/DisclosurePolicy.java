package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import org.jdbi.v3.core.Handle;

/**
 * Which whole numbers of a data set are never told, whatever was sent: a second lock behind the masks of the owners. It is
 * noted with each series, and the view {@code told} applies it, from which all answers and sums are made.
 *
 * @param smallBelow counts from 1 to below this are hidden; 0 when none are
 */
public record DisclosurePolicy(long smallBelow) {

    public static DisclosurePolicy of(DatasetDefined dataset) {
        return new DisclosurePolicy(
                dataset.hidesSmallCounts() ? dataset.smallCountsBelow() * Math.powExact(10L, dataset.decimals()) : 0);
    }

    /** Notes it with the series of the data set, those of a release that is not visible yet among them. */
    public void noteIn(Handle handle, String datasetId) {
        handle.createUpdate("""
                        update series set small_below = :smallBelow
                        where dataset_id = :dataset and small_below <> :smallBelow
                        """)
                .bind("dataset", datasetId)
                .bind("smallBelow", smallBelow)
                .execute();
    }
}
