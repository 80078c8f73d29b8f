package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import java.util.List;
import java.util.Map;

/**
 * A named formula over data sets has been defined or changed.
 *
 * @param version counts up with each change
 * @param type {@code COUNT}, {@code RATE}, {@code SHARE}, {@code ESTIMATE}, {@code INDEX} or {@code AMOUNT}
 * @param denominator the population of a rate, or what a share is a share of; absent otherwise
 * @param per how many people a rate speaks of, 100 for a share, absent otherwise
 * @param direction {@code HIGHER_IS_WORSE}, {@code HIGHER_IS_BETTER}, {@code AMBIGUOUS} or {@code NEUTRAL}
 * @param proxy whether it only stands in for what its name says
 * @param partOfWhole of a share, whether every cell of the numerator is counted in the denominator as well; absent
 *     otherwise
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
        boolean proxy,
        Boolean partOfWhole) {

    public static final String TYPE = "cl.observatory.indicator.defined.v1";

    /** Anything but a share. */
    public IndicatorDefined(
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
        this(code, version, labels, description, type, numerator, denominator, per, unit, direction, proxy, null);
    }

    /** The same as another version. */
    public IndicatorDefined withVersion(long other) {
        return new IndicatorDefined(
                code,
                other,
                labels,
                description,
                type,
                numerator,
                denominator,
                per,
                unit,
                direction,
                proxy,
                partOfWhole);
    }

    /** Whether it is divided by people, those of the year. */
    public boolean dividesByPeople() {
        return "RATE".equals(type);
    }

    /** Whether it is divided by cells of the same territory and period. */
    public boolean tellsShare() {
        return "SHARE".equals(type);
    }

    /**
     * Cells of a data set.
     *
     * @param filters codes by dimension; the cells of all of them are added up
     * @param bundles that some of these codes were taken from; absent when they were named one by one
     */
    public record Selection(String dataset, Map<String, List<String>> filters, List<Bundled> bundles) {

        public Selection(String dataset, Map<String, List<String>> filters) {
            this(dataset, filters, null);
        }
    }

    /**
     * A bundle of a classification as it was when the indicator was defined. What the filters name of its dimension is
     * all that these bundles hold, and nothing else.
     *
     * @param members codes of the bundle; the filters may name a group in place of all its parts
     * @param proxy whether the bundle only stands in for what its name says
     * @param note absent when there is none
     */
    public record Bundled(
            String dimension, String code, Labels labels, List<String> members, boolean proxy, String note) {}
}
