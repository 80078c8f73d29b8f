package cl.observatory.query.statistic;

/** How far an estimate can be used, by the standard of INE for household surveys ({@code docs/method.md}). */
public enum Reliability {
    RELIABLE,
    /** To be used with care. */
    WEAK,
    /** Not to be used: kept out of rankings, and marked U. */
    UNRELIABLE,
    /** What the rule needs was not published. */
    UNKNOWN;

    private static final long LEAST_SAMPLE = 60;
    private static final long LEAST_DEGREES_OF_FREEDOM = 9;
    private static final double GREATEST_RELIABLE_VARIATION = 0.15;
    private static final double GREATEST_WEAK_VARIATION = 0.30;

    /**
     * What is certain without the numbers that are missing is said; the rest is unknown.
     *
     * @param standardError in the unit of the value; like the others, null when it was not published
     */
    static Reliability of(
            Statistic statistic, double value, Double standardError, Long sampleSize, Long degreesOfFreedom) {
        boolean small = (sampleSize != null && sampleSize < LEAST_SAMPLE)
                || (degreesOfFreedom != null && degreesOfFreedom < LEAST_DEGREES_OF_FREEDOM);
        Reliability byError = standardError == null ? UNKNOWN : byError(statistic, value, standardError);
        if (small || byError == UNRELIABLE) {
            return UNRELIABLE;
        }
        return sampleSize == null || degreesOfFreedom == null ? UNKNOWN : byError;
    }

    private static Reliability byError(Statistic statistic, double value, double standardError) {
        if (statistic.isShare()) {
            double share = statistic.ofWhole(value);
            return statistic.ofWhole(standardError) <= greatestReliableError(share) ? RELIABLE : WEAK;
        }
        double variation = standardError == 0 ? 0 : standardError / Math.abs(value);
        if (variation <= GREATEST_RELIABLE_VARIATION) {
            return RELIABLE;
        }
        return variation <= GREATEST_WEAK_VARIATION ? WEAK : UNRELIABLE;
    }

    /** Greatest standard error of a proportion that is reliable. */
    static double greatestReliableError(double proportion) {
        return Math.pow(Math.min(proportion, 1 - proportion), 2.0 / 3) / 9;
    }
}
