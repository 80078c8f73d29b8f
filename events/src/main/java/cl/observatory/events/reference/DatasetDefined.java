package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.List;

/**
 * A cube has been defined: territory × period × its own coded dimensions → one measure.
 *
 * @param kind {@code COUNT} or {@code POPULATION}
 * @param unit SDMX UNIT_MEASURE code, for example {@code CASES}
 * @param decimals how many decimals the whole numbers of its batches carry
 * @param populationBase the projection that a population comes from, absent otherwise
 * @param synthetic whether the figures were generated and describe nobody
 */
public record DatasetDefined(
        String id,
        Labels title,
        String kind,
        String unit,
        int decimals,
        Frequency frequency,
        List<Dimension> dimensions,
        Source source,
        String populationBase,
        boolean synthetic,
        Instant definedAt) {

    public static final String TYPE = "cl.observatory.dataset.defined.v1";

    /**
     * @param id concept, for example {@code CRIME_CLASS}
     * @param scheme the classification its codes come from
     */
    public record Dimension(String id, String scheme) {}

    public record Source(String publisher, String title, String licence, String url) {}
}
