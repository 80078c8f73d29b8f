package cl.observatory.query.detection;

import java.util.Optional;

/** The lower triangle whose square a symmetric positive definite matrix is; for the few coefficients of a regression. */
final class Cholesky {

    /** Share of a pivot's column that has to be left, or else the matrix is taken for singular. */
    private static final double LEAST = 1e-11;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * @param matrix of which the lower triangle is read, and overwritten
     * @return empty when it is singular
     */
    static Optional<Cholesky> of(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            double diagonal = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i != j) {
                    matrix[i][j] = sum / matrix[j][j];
                } else if (sum > LEAST * diagonal) {
                    matrix[i][i] = Math.sqrt(sum);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(matrix));
    }

    double[] solve(double[] right) {
        double[] solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            for (int k = 0; k < i; k++) {
                solution[i] -= lower[i][k] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        for (int i = solution.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < solution.length; k++) {
                solution[i] -= lower[k][i] * solution[k];
            }
            solution[i] /= lower[i][i];
        }
        return solution;
    }
}
