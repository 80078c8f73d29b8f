package cl.observatory.events.reference;

import cl.observatory.events.Labels;
import cl.observatory.events.time.Frequency;
import java.math.BigDecimal;
import java.util.List;

/**
 * A rule by which figures are watched has been defined or changed.
 *
 * @param version counts up with each change; of two the higher one holds
 * @param indicator whose values are watched, or whose data set's releases
 * @param level of the territories that are watched; absent for {@code NEW_RELEASE}
 * @param territories the only ones of the level that are watched; absent for all
 * @param frequency of the periods that are watched; absent for {@code NEW_RELEASE}
 * @param includeProvisional whether provisional values raise alerts too
 * @param allowBreak whether the reference may lie on both sides of a break
 * @param active whether it raises anything
 */
public record AlertRuleDefined(
        String code,
        long version,
        Labels labels,
        String indicator,
        String level,
        List<String> territories,
        Frequency frequency,
        Method method,
        boolean includeProvisional,
        boolean allowBreak,
        boolean active) {

    public static final String TYPE = "cl.observatory.alertrule.defined.v1";

    public static final String BASELINE = "BASELINE";
    public static final String CUSUM = "CUSUM";
    public static final String THRESHOLD = "THRESHOLD";
    public static final String NEW_RELEASE = "NEW_RELEASE";

    public static final String ABOVE = "ABOVE";
    public static final String BELOW = "BELOW";

    /**
     * How values are judged. Whatever does not belong to the type is absent.
     *
     * @param type {@value #BASELINE}, {@value #CUSUM}, {@value #THRESHOLD} or {@value #NEW_RELEASE}
     * @param alpha of {@value #BASELINE}: one-sided level of the prediction bound
     * @param yearsBack of {@value #BASELINE} and {@value #CUSUM}: years of reference
     * @param halfWindow of {@value #BASELINE}: periods before and after the same one of earlier years that share its level
     * @param minimumCount of {@value #BASELINE} and {@value #CUSUM}: fewer cases raise nothing
     * @param k of {@value #CUSUM}: reference value, in standard deviations
     * @param h of {@value #CUSUM}: decision interval, in standard deviations
     * @param runLength of {@value #CUSUM}: periods that are summed up
     * @param direction of {@value #THRESHOLD}: {@value #ABOVE} or {@value #BELOW}
     * @param value of {@value #THRESHOLD}, in the indicator's unit
     */
    public record Method(
            String type,
            BigDecimal alpha,
            Integer yearsBack,
            Integer halfWindow,
            Integer minimumCount,
            BigDecimal k,
            BigDecimal h,
            Integer runLength,
            String direction,
            BigDecimal value) {}

    /** Whether it watches releases, and no values. */
    public boolean watchesReleases() {
        return NEW_RELEASE.equals(method.type());
    }
}
