package cl.observatory.events.annotation;

import java.time.Instant;
import java.util.UUID;

/**
 * What an organization says about a figure of its own territory is shown beside it from now on, or no longer. The figure
 * itself never changes by it.
 *
 * @param revision counts up with each event about the annotation
 * @param version of the text, counts up with each new one
 * @param state {@code PUBLISHED}, or {@code WITHDRAWN} by its organization
 * @param kind {@code NOTE}, or {@code DISPUTE} when the organization holds the figure to be wrong
 * @param dataset whose figures it is about, absent when it is about an indicator
 * @param indicator whose figures it is about, absent when it is about a data set
 * @param organization that says so
 * @param reference address of what it rests on, absent without one
 * @param at when it began to be so
 */
public record AnnotationPublished(
        UUID id,
        long revision,
        int version,
        String state,
        String kind,
        String dataset,
        String indicator,
        String territory,
        String periodFrom,
        String periodTo,
        String organization,
        Text text,
        String reference,
        Instant at) {

    public static final String TYPE = "cl.observatory.annotation.published.v1";

    public static final String PUBLISHED = "PUBLISHED";
    public static final String WITHDRAWN = "WITHDRAWN";

    /**
     * Plain text, never markup.
     *
     * @param en absent when the organization wrote none
     */
    public record Text(String es, String en) {}
}
