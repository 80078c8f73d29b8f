package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import java.time.Instant;
import java.util.List;

/**
 * A cube has been defined: territory × period × its own coded dimensions → one measure.
 *
 * @param kind {@code COUNT}, {@code POPULATION}, {@code ESTIMATE}, {@code INDEX} or {@code AMOUNT}
 * @param level level of the territories its rows speak of, for example {@code commune}
 * @param unit SDMX UNIT_MEASURE code, for example {@code CASES}
 * @param decimals how many decimals the whole numbers of its batches carry
 * @param officialStatus {@code OFFICIAL}, {@code DERIVED} or {@code COMMUNITY}
 * @param populationBase the projection that a population comes from, absent otherwise
 * @param synthetic whether the figures were generated and describe nobody
 * @param aggregation {@code SUM} when values may be added up over territories, periods and codes, {@code NONE} when
 *     never; events of before there was a choice say nothing, and then the kind decides
 * @param statistic what an estimate estimates: {@code PROPORTION}, {@code PERCENT} or {@code MEAN}; absent otherwise
 * @param disclosure {@code SOURCE_PUBLIC} when every cell is served as the publisher does, {@code RESTRICTED} when small
 *     counts are hidden before anything is sent, {@code COMMUNITY} when the others come as lower ends of bands besides;
 *     events of before there was a choice say nothing, and are public
 * @param smallCountsBelow counts from 1 to below this are small; absent when the data set is public
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
        Instant definedAt,
        String aggregation,
        String statistic,
        String disclosure,
        Integer smallCountsBelow) {

    public static final String TYPE = "cl.observatory.dataset.defined.v1";

    private static final String SUM = "SUM";
    private static final String NONE = "NONE";
    private static final String PUBLIC = "SOURCE_PUBLIC";
    private static final String COMMUNITY = "COMMUNITY";

    /** Of events of before they said so. */
    private static final Integer SMALL_COUNTS_BELOW = 5;

    public DatasetDefined {
        aggregation = aggregation == null ? aggregationOf(kind) : aggregation;
        disclosure = disclosure == null ? PUBLIC : disclosure;
        smallCountsBelow =
                smallCountsBelow == null && !disclosure.equals(PUBLIC) ? SMALL_COUNTS_BELOW : smallCountsBelow;
    }

    /** A data set whose values are added up as its kind says. */
    public DatasetDefined(
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
        this(
                id,
                title,
                kind,
                level,
                unit,
                decimals,
                frequency,
                dimensions,
                source,
                officialStatus,
                populationBase,
                synthetic,
                definedAt,
                null,
                null,
                null,
                null);
    }

    /** What values of a kind come to when nobody says otherwise: estimates and indices are never added up. */
    public static String aggregationOf(String kind) {
        return "ESTIMATE".equals(kind) || "INDEX".equals(kind) ? NONE : SUM;
    }

    /** Whether values may be added up. */
    public boolean addsUp() {
        return SUM.equals(aggregation);
    }

    /** Whether small counts are hidden before anything is sent. */
    public boolean hidesSmallCounts() {
        return !PUBLIC.equals(disclosure);
    }

    /** Whether counts are sent as the lower ends of bands, each as wide as what is small. */
    public boolean tellsBands() {
        return COMMUNITY.equals(disclosure);
    }

    /** Whether values come from a survey, with attributes that say how sure they are. */
    public boolean hasEstimates() {
        return "ESTIMATE".equals(kind);
    }

    /**
     * @param id concept, for example {@code CRIME_CLASS}
     * @param scheme the classification its codes come from
     */
    public record Dimension(String id, String scheme) {

        /** The code of a total over a dimension, by SDMX: of no classification, and of masked tables alone. */
        public static final String TOTAL = "_T";
    }

    /**
     * @param url where the publisher offers it
     * @param methodology address of the publisher's method note, absent when there is none
     */
    public record Source(String publisher, String title, String licence, String url, String methodology) {}
}
