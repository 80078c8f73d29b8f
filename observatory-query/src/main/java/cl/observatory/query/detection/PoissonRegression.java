package cl.observatory.query.detection;

import java.util.Optional;

/**
 * Regression of counts with the logarithm as link, by iteratively reweighted least squares. The variance is left open by a
 * factor (quasi-Poisson), which is estimated from Pearson's residuals and never below 1.
 */
final class PoissonRegression {

    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-9;

    /** Beyond it a mean is no number any more; only a model that does not fit gets there. */
    private static final double FARTHEST = 50;

    private final Problem problem;
    private final double[] coefficients;
    private final double[] means;
    private final Cholesky information;

    /**
     * What is to be fitted, row by row.
     *
     * @see #fit
     */
    static final class Problem {

        private final double[][] design;
        private final double[] counts;
        private final double[] offsets;
        private final double[] weights;

        /**
         * @param design a row for each count, its first column all 1
         * @param offsets logarithms of what each count was counted among
         * @param weights of the counts, their sum their number
         */
        Problem(double[][] design, double[] counts, double[] offsets, double[] weights) {
            this.design = design;
            this.counts = counts;
            this.offsets = offsets;
            this.weights = weights;
        }

        Problem weighted(double[] others) {
            return new Problem(design, counts, offsets, others);
        }

        private int rows() {
            return counts.length;
        }

        private int columns() {
            return design[0].length;
        }
    }

    private PoissonRegression(Problem problem, double[] coefficients, double[] means, Cholesky information) {
        this.problem = problem;
        this.coefficients = coefficients;
        this.means = means;
        this.information = information;
    }

    /** Empty when the data do not determine every coefficient. */
    static Optional<PoissonRegression> fit(Problem problem) {
        double[] means = new double[problem.rows()];
        double[] predictors = new double[problem.rows()];
        for (int row = 0; row < means.length; row++) {
            means[row] = problem.counts[row] + 0.5;
            predictors[row] = Math.log(means[row]);
        }
        double deviance = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            Optional<Cholesky> information = information(problem, means);
            if (information.isEmpty()) {
                return Optional.empty();
            }
            double[] coefficients = information.get().solve(score(problem, means, predictors));
            for (int row = 0; row < means.length; row++) {
                predictors[row] = dot(problem.design[row], coefficients) + problem.offsets[row];
                means[row] = Math.exp(Math.clamp(predictors[row], -FARTHEST, FARTHEST));
            }
            double next = deviance(problem, means);
            if (Math.abs(next - deviance) <= CLOSE * (Math.abs(next) + 0.1)) {
                return information(problem, means)
                        .map(last -> new PoissonRegression(problem, coefficients, means, last));
            }
            deviance = next;
        }
        return Optional.empty();
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Of the mean, on the scale of the logarithm and without the factor of the variance. */
    double variance(double[] row) {
        return dot(row, information.solve(row));
    }

    double predictor(double[] row) {
        return dot(row, coefficients);
    }

    /** How many times the mean the variance is; 1 where it is less, or where nothing is left to tell. */
    double dispersion() {
        int freedom = problem.rows() - problem.columns();
        double pearson = 0;
        for (int row = 0; row < means.length; row++) {
            double residual = problem.counts[row] - means[row];
            pearson += problem.weights[row] * residual * residual / means[row];
        }
        return freedom < 1 ? 1 : Math.max(1, pearson / freedom);
    }

    /** Anscombe's residuals, whose distribution is close to a standard normal one, made equally wide by their leverage. */
    double[] anscombeResiduals(double dispersion) {
        double[] residuals = new double[means.length];
        for (int row = 0; row < means.length; row++) {
            double mean = means[row];
            double leverage = problem.weights[row] * mean * variance(problem.design[row]);
            double raw =
                    1.5 * (Math.pow(problem.counts[row], 2.0 / 3) - Math.pow(mean, 2.0 / 3)) / Math.pow(mean, 1.0 / 6);
            residuals[row] = raw / Math.sqrt(dispersion * Math.max(CLOSE, 1 - leverage));
        }
        return residuals;
    }

    private static Optional<Cholesky> information(Problem problem, double[] means) {
        int columns = problem.columns();
        double[][] matrix = new double[columns][columns];
        for (int row = 0; row < means.length; row++) {
            double weight = problem.weights[row] * means[row];
            double[] x = problem.design[row];
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] += weight * x[i] * x[j];
                }
            }
        }
        return Cholesky.of(matrix);
    }

    private static double[] score(Problem problem, double[] means, double[] predictors) {
        double[] score = new double[problem.columns()];
        for (int row = 0; row < means.length; row++) {
            double working = predictors[row] - problem.offsets[row] + (problem.counts[row] - means[row]) / means[row];
            double weight = problem.weights[row] * means[row] * working;
            for (int i = 0; i < score.length; i++) {
                score[i] += weight * problem.design[row][i];
            }
        }
        return score;
    }

    private static double deviance(Problem problem, double[] means) {
        double deviance = 0;
        for (int row = 0; row < means.length; row++) {
            double count = problem.counts[row];
            double logarithm = count == 0 ? 0 : count * Math.log(count / means[row]);
            deviance += 2 * problem.weights[row] * (logarithm - (count - means[row]));
        }
        return deviance;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
