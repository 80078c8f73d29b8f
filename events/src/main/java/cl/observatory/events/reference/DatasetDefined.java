package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.List;

/**
 * A cube has been defined: territory × period × its own coded dimensions → one measure.
 *
 * @param kind {@code COUNT} or {@code POPULATION}
 * @param level level of the territories its rows speak of, for example {@code commune}
 * @param unit SDMX UNIT_MEASURE code, for example {@code CASES}
 * @param decimals how many decimals the whole numbers of its batches carry
 * @param officialStatus {@code OFFICIAL}, {@code DERIVED} or {@code COMMUNITY}
 * @param populationBase the projection that a population comes from, absent otherwise
 * @param synthetic whether the figures were generated and describe nobody
 */
public record DatasetDefined(
        String id,
        Labels title,
        String kind,
        String level,
        String unit,
        int decimals,
        Frequency frequency,
        List<Dimension> dimensions,
        Source source,
        String officialStatus,
        String populationBase,
        boolean synthetic,
        Instant definedAt) {

    public static final String TYPE = "cl.observatory.dataset.defined.v1";

    /**
     * @param id concept, for example {@code CRIME_CLASS}
     * @param scheme the classification its codes come from
     */
    public record Dimension(String id, String scheme) {}

    /**
     * @param url where the publisher offers it
     * @param methodology address of the publisher's method note, absent when there is none
     */
    public record Source(String publisher, String title, String licence, String url, String methodology) {}
}
