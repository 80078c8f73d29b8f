package cl.observatory.query.detection;

import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/**
 * What earlier counts let expect of a count that is still to come: a negative binomial distribution, or that of Poisson where
 * it is no wider.
 *
 * @param mean above 0
 * @param dispersion how many times the mean the variance of counts is, 1 or more
 * @param variance of the count, that of the estimated mean included
 */
public record Prediction(double mean, double dispersion, double variance) {

    /** How often a count is that large or larger by chance. */
    public double exceedance(double count) {
        if (count <= 0) {
            return 1;
        }
        double excess = variance - mean;
        if (excess <= 1e-9 * mean) {
            return RegularizedGamma.P.value(count, mean);
        }
        double size = mean * mean / excess;
        return RegularizedBeta.value(mean / (mean + size), count, size);
    }

    /**
     * The greatest count that is not unusual.
     *
     * @param alpha how often a greater one may come by chance
     */
    public long bound(double alpha) {
        long usual = 0;
        long unusual = 1;
        while (exceedance((double) unusual) > alpha) {
            usual = unusual;
            unusual *= 2;
        }
        // the one is not unusual, the other is
        while (unusual - usual > 1) {
            long middle = (usual + unusual) / 2;
            if (exceedance((double) middle) > alpha) {
                usual = middle;
            } else {
                unusual = middle;
            }
        }
        return usual;
    }
}
