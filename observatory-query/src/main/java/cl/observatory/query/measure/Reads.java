package cl.observatory.query.measure;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Finds the data sets that indicators read, and their releases. */
@ApplicationScoped
class Reads {

    private final Datasets datasets;
    private final Releases releases;

    Reads(Datasets datasets, Releases releases) {
        this.datasets = datasets;
        this.releases = releases;
    }

    /**
     * @param asOf null for the present
     */
    Measures.Read of(IndicatorDefined.Selection selection, Instant asOf) {
        return new Measures.Read(datasets.get(selection.dataset()), releases.find(selection.dataset(), asOf));
    }
}
