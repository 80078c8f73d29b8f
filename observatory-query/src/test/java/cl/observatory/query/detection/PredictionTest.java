package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    /** 1 − (1 + 1 + 1/2 + 1/6 + 1/24)/e = 0.0036598; one case fewer has 0.0189882. */
    @Test
    void withoutExcessItIsPoisson() {
        Prediction one = new Prediction(1, 1, 1);

        assertEquals(0.0036598, one.exceedance(5), 1e-7);
        assertEquals(1, one.exceedance(0));
        assertEquals(4, one.bound(0.01));
        assertEquals(3, one.bound(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.5", "2, 3", "9.14, 20", "150, 600", "40, 40.001"})
    void tailsAreThoseOfTheNegativeBinomialSum(double mean, double variance) {
        // Given
        Prediction prediction = new Prediction(mean, variance / mean, variance);
        double size = mean * mean / (variance - mean);
        double mass = Math.pow(size / (size + mean), size);
        double tail = 1;

        // Then
        for (int count = 0; count < mean + 6 * Math.sqrt(variance); count++) {
            assertEquals(tail, prediction.exceedance(count), 1e-9);
            tail -= mass;
            mass *= (size + count) / (count + 1) * mean / (size + mean);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.5, 0.01", "2, 3, 0.05", "9.14, 20, 0.001", "150, 600, 0.01", "1e-6, 2e-6, 0.01"})
    void boundIsTheGreatestCountThatIsNotUnusual(double mean, double variance, double alpha) {
        Prediction prediction = new Prediction(mean, 1, variance);

        long bound = prediction.bound(alpha);

        assertTrue(prediction.exceedance(bound + 1.0) <= alpha);
        assertTrue(prediction.exceedance((double) bound) > alpha);
    }
}
