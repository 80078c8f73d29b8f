package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The whole table of territories and successions, as one fact, so that a reader never has half a hierarchy.
 *
 * @param version SHA-256 of the reference files; equal versions are equal tables
 */
public record TerritoriesPublished(String version, List<Territory> territories, List<Succession> successions) {

    public static final String TYPE = "cl.observatory.territories.published.v1";

    /** Subject and key: there is one table. */
    public static final String SUBJECT = "territories";

    /**
     * @param code CUT code with leading zeros, or {@code CL}
     * @param level {@code country}, {@code region}, {@code province} or {@code commune}
     * @param order place in the geographic order, north to south; unique
     * @param validFrom first day, absent when older than the data
     * @param validTo first day on which it no longer holds, absent when current
     * @param verifiedAt when the fact was last checked against its source, absent when never
     */
    public record Territory(
            String code,
            String level,
            String parent,
            Labels labels,
            int order,
            String iso,
            LocalDate validFrom,
            LocalDate validTo,
            LocalDate verifiedAt) {}

    /**
     * @param weight share of the predecessor's people that the successor takes, in (0, 1]; absent when unknown
     */
    public record Succession(
            String from, String to, LocalDate effectiveOn, BigDecimal weight, String basis, LocalDate verifiedAt) {}
}
