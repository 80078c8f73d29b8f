package cl.observatory.query.detection;

import java.util.Arrays;

/** How many of many tests may be called findings (Benjamini and Hochberg, 1995). */
public final class FalseDiscovery {

    private FalseDiscovery() {}

    /**
     * The greatest p-value that is a finding, when among the findings at most that share is to be none on average; negative
     * when there is none.
     *
     * @param rate greatest share of false ones among the findings
     */
    public static double threshold(double[] pValues, double rate) {
        double[] sorted = pValues.clone();
        Arrays.sort(sorted);
        for (int rank = sorted.length; rank > 0; rank--) {
            if (sorted[rank - 1] <= rate * rank / sorted.length) {
                return sorted[rank - 1];
            }
        }
        return -1;
    }
}
