package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The list of a data set's breaks has been defined or changed: from when on its figures are no longer comparable with
 * those before. It is the whole list.
 *
 * @param version counts up with each change; of two lists the higher version holds
 */
public record BreaksDefined(String datasetId, long version, List<Break> breaks, Instant definedAt) {

    public static final String TYPE = "cl.observatory.breaks.defined.v1";

    /**
     * @param period the first that is made in the new way, of the data set's frequency or a year
     * @param type {@code METHOD}, {@code COVERAGE}, {@code CLASSIFICATION}, {@code TERRITORY} or {@code POPULATION_BASE}
     * @param note what changed, for readers
     * @param bridge how the two sides can be linked, absent when they cannot
     */
    public record Break(String period, String type, Labels note, Bridge bridge) {}

    /**
     * The publisher's own link over a break. It is shown and never applied.
     *
     * @param factor what figures before are to be multiplied by, absent when the link is another one
     * @param note where it comes from, or what it is
     */
    public record Bridge(BigDecimal factor, Labels note) {}
}
