package cl.observatory.query.peers;

import cl.observatory.problem.Parameters;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.time.PeriodRange;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a commune is to be compared with, and in what.
 *
 * @param period one, null for the latest complete one
 * @param most how many peers
 * @param by {@value #POPULATION}, {@value #REGION} and codes of indicators
 * @param population data set of the people, null for the one that the indicator divides by
 * @param asOf null for the present
 */
record PeersQuestion(
        String place,
        String indicator,
        PeriodRange period,
        int most,
        List<String> by,
        String population,
        Instant asOf) {

    static final String POPULATION = "population";
    static final String REGION = "region";

    boolean isByRegion() {
        return by.contains(REGION);
    }

    /** What has numbers. */
    List<String> features() {
        return by.stream().filter(feature -> !feature.equals(REGION)).toList();
    }

    /** The form of an indicator's code; a fault for anything else. */
    static String indicator(Parameters parameters, String value) {
        return parameters.matching("indicator", parameters.required("indicator", value), Indicators.CODE);
    }

    /** Reads a list of features with at least one that has numbers; faults go to the parameters. */
    static List<String> features(Parameters parameters, String value, int most) {
        Set<String> features = new LinkedHashSet<>(List.of(value.split(",", -1)));
        if (features.size() > most) {
            parameters.refuse("by", "TOO_MANY", Integer.toString(most));
            return List.of();
        }
        for (String feature : features) {
            boolean known = feature.equals(POPULATION)
                    || feature.equals(REGION)
                    || Indicators.CODE.matcher(feature).matches();
            if (!known) {
                parameters.refuse("by", "NOT_A_FEATURE", feature.length() > 64 ? feature.substring(0, 64) : feature);
                return List.of();
            }
        }
        if (features.equals(Set.of(REGION))) {
            parameters.refuse("by", "REGION_ALONE");
        }
        return List.copyOf(features);
    }

    static boolean isOfCommune(String code) {
        return code.length() == 5;
    }
}
