package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonRegressionTest {

    /** Dobson's (1990) trial of three outcomes by three treatments; the treatments have the same totals. */
    @Test
    void coefficientsAndErrorsAreThoseOfTheTextbook() {
        // Given
        double[] counts = {18, 17, 15, 20, 10, 20, 25, 13, 12};
        double[][] design = new double[9][];
        for (int row = 0; row < 9; row++) {
            int outcome = row % 3;
            int treatment = row / 3;
            design[row] = new double[] {
                1, outcome == 1 ? 1 : 0, outcome == 2 ? 1 : 0, treatment == 1 ? 1 : 0, treatment == 2 ? 1 : 0
            };
        }

        // When
        PoissonRegression fitted = fit(design, counts, new double[9]).orElseThrow();

        // Then
        double[] expected = {3.0445, -0.4543, -0.2930, 0, 0};
        double[] errors = {0.1709, 0.2022, 0.1927, 0.2, 0.2};
        for (int i = 0; i < expected.length; i++) {
            double[] unit = new double[expected.length];
            unit[i] = 1;
            assertEquals(expected[i], fitted.coefficients()[i], 5e-5);
            assertEquals(errors[i], Math.sqrt(fitted.variance(unit)), 5e-5);
        }
        // Pearson's residuals over four degrees of freedom: 5.1732 / 4
        assertEquals(1.2933, fitted.dispersion(), 5e-5);
    }

    /** With nothing but a level, the mean is that of all, and its variance one over the cases. */
    @Test
    void levelAloneIsTheRateOfAll() {
        // Given
        double[] people = {1000, 3000, 2000};
        double[][] ones = {{1}, {1}, {1}};

        // When
        PoissonRegression fitted = fit(
                        ones,
                        new double[] {4, 10, 7},
                        Arrays.stream(people).map(Math::log).toArray())
                .orElseThrow();

        // Then
        assertEquals(21.0 / 6000, Math.exp(fitted.coefficients()[0]), 1e-9);
        assertEquals(1.0 / 21, fitted.variance(new double[] {1}), 1e-9);
        assertEquals(1, fitted.dispersion());
    }

    /** What makes the likelihood greatest: residuals are at right angles to every column. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void residualsAreAtRightAnglesToTheDesign(long seed) {
        // Given
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        int rows = 40;
        double[][] design = new double[rows][];
        double[] counts = new double[rows];
        double[] weights = new double[rows];
        for (int row = 0; row < rows; row++) {
            design[row] = new double[] {1, random.nextDouble() - 0.5, row % 3 == 0 ? 1 : 0};
            counts[row] = PoissonSampler.of(random, Math.exp(0.5 * seed - 1 + design[row][1]))
                    .sample();
            weights[row] = 0.2 + random.nextDouble();
        }

        // When
        PoissonRegression fitted = PoissonRegression.fit(
                        new PoissonRegression.Problem(design, counts, new double[rows], weights))
                .orElseThrow();

        // Then
        for (int column = 0; column < 3; column++) {
            double product = 0;
            for (int row = 0; row < rows; row++) {
                double mean = Math.exp(fitted.predictor(design[row]));
                product += weights[row] * design[row][column] * (counts[row] - mean);
            }
            assertEquals(0, product, 1e-4 * (1 + Arrays.stream(counts).sum()));
        }
    }

    @Test
    void columnsThatSayTheSameDetermineNothing() {
        double[][] twice = {{1, 1}, {1, 1}, {1, 1}};

        assertTrue(fit(twice, new double[] {3, 4, 5}, new double[3]).isEmpty());
    }

    private static Optional<PoissonRegression> fit(double[][] design, double[] counts, double[] offsets) {
        double[] weights = new double[counts.length];
        Arrays.fill(weights, 1);
        return PoissonRegression.fit(new PoissonRegression.Problem(design, counts, offsets, weights));
    }
}
