package cl.observatory.events.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An edition of boundaries is whole and may be shown. All its {@link BoundaryShapes} were sent before, under the same key.
 *
 * @param edition such as {@code communes-2024}
 * @param version counts up with each change of the edition
 * @param validFrom first day that the boundaries are of
 * @param synthetic whether they were generated and are nobody's
 * @param parts how many parts its shapes came in
 * @param missing communes of that day that have no shape
 * @param repaired communes whose shape crossed itself and was mended
 * @param unmatched communes whose edges do not meet those of their neighbours everywhere
 */
public record BoundariesPublished(
        String edition,
        long version,
        LocalDate validFrom,
        Source source,
        boolean synthetic,
        int parts,
        List<String> missing,
        List<String> repaired,
        List<String> unmatched,
        Instant publishedAt) {

    public static final String TYPE = "cl.observatory.boundaries.published.v1";

    /**
     * Where they come from.
     *
     * @param publisher institution that drew them
     * @param title the publisher's own
     * @param attribution what a map that shows them has to say, absent when nothing is asked for
     * @param url where the publisher offers them, absent when there is no such place
     * @param sha256 of the file as it came, lower-case hexadecimal
     */
    public record Source(
            String publisher, String title, String licence, String attribution, String url, String sha256) {}
}
