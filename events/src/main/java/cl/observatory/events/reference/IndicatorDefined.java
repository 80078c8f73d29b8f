package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.util.List;
import java.util.Map;

/**
 * A named formula over data sets has been defined or changed.
 *
 * @param version counts up with each change
 * @param type {@code COUNT} or {@code RATE}
 * @param denominator absent for a count
 * @param per how many people a rate speaks of, absent for a count
 * @param direction {@code HIGHER_IS_WORSE}, {@code HIGHER_IS_BETTER}, {@code AMBIGUOUS} or {@code NEUTRAL}
 * @param proxy whether it only stands in for what its name says
 */
public record IndicatorDefined(
        String code,
        long version,
        Labels labels,
        Labels description,
        String type,
        Selection numerator,
        Selection denominator,
        Integer per,
        String unit,
        String direction,
        boolean proxy) {

    public static final String TYPE = "cl.observatory.indicator.defined.v1";

    /**
     * Cells of a data set.
     *
     * @param filters codes by dimension; the cells of all of them are added up
     */
    public record Selection(String dataset, Map<String, List<String>> filters) {}
}
