package cl.observatory.query.cube;

import cl.observatory.events.reference.DatasetDefined;
import org.jdbi.v3.core.Handle;

/**
 * Which whole numbers of a data set are never told, whatever was sent: a second lock behind the masks of the owners. It is
 * noted with each series, and the view {@code told} applies it, from which all answers and sums are made.
 *
 * @param smallBelow counts from 1 to below this are hidden; 0 when none are
 * @param band numbers below this are hidden, zero too, and the others told as the lower ends of bands of this width; 0 when
 *     they are told as they are
 */
public record DisclosurePolicy(long smallBelow, long band) {

    public static DisclosurePolicy of(DatasetDefined dataset) {
        long small =
                dataset.hidesSmallCounts() ? dataset.smallCountsBelow() * Math.powExact(10L, dataset.decimals()) : 0;
        return new DisclosurePolicy(small, dataset.tellsBands() ? small : 0);
    }

    /** Notes it with the series of the data set, those of a release that is not visible yet among them. */
    public void noteIn(Handle handle, String datasetId) {
        handle.createUpdate("""
                        update series set small_below = :smallBelow, band = :band
                        where dataset_id = :dataset and (small_below, band) <> (:smallBelow, :band)
                        """)
                .bind("dataset", datasetId)
                .bind("smallBelow", smallBelow)
                .bind("band", band)
                .execute();
    }
}
