package cl.observatory.query.statistic;

/** Student's t distribution, as far as 95 % intervals need it. */
final class StudentT {

    private static final double Z = 1.959964;

    /** Quantiles of few degrees of freedom, from 1, where the expansion is too coarse. */
    private static final double[] FEW = {12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060};

    private StudentT() {}

    /**
     * The quantile of 0.975, to three decimals: by the expansion of Cornish and Fisher around the normal one.
     *
     * @param degreesOfFreedom 1 or more
     */
    static double quantile(long degreesOfFreedom) {
        if (degreesOfFreedom <= FEW.length) {
            return FEW[(int) degreesOfFreedom - 1];
        }
        double d = (double) degreesOfFreedom;
        double z3 = Math.pow(Z, 3);
        double z5 = Math.pow(Z, 5);
        double z7 = Math.pow(Z, 7);
        return Z
                + (z3 + Z) / (4 * d)
                + (5 * z5 + 16 * z3 + 3 * Z) / (96 * d * d)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / (384 * d * d * d);
    }
}
