package cl.observatory.ingest.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import java.time.LocalDate;
import java.util.Set;

/**
 * What is said of a file of boundaries.
 *
 * @param codeProperty name of the property of each feature that has the code of its commune
 * @param ignoredCodes values of it whose features are left out
 * @param repair whether shapes that cross themselves are mended; otherwise they are refused
 */
record NewBoundaries(
        String edition,
        LocalDate validFrom,
        String codeProperty,
        Set<String> ignoredCodes,
        boolean repair,
        Provenance provenance,
        boolean synthetic) {

    /**
     * Where the file comes from.
     *
     * @param attribution null when nothing is asked for
     * @param url null when there is no such place
     */
    record Provenance(String publisher, String title, String licence, String attribution, String url) {

        BoundariesPublished.Source of(String sha256) {
            return new BoundariesPublished.Source(publisher, title, licence, attribution, url, sha256);
        }
    }
}
