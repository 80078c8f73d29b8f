package cl.observatory.query.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** The fifteen tests of the paper of 1995: four are findings at 5 %. */
    @Test
    void findingsAreThoseOfThePaper() {
        // Given
        double[] pValues = {
            0.0344, 0.0001, 0.0201, 0.0004, 0.0019, 0.0095, 0.0278, 0.0298, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000
        };

        // When
        double threshold = FalseDiscovery.threshold(pValues, 0.05);

        // Then
        assertEquals(0.0095, threshold);
        assertEquals(0.0344, pValues[0], "the list is left as it was");
    }

    @Test
    void withoutAnythingUnusualNothingIsAFinding() {
        assertTrue(FalseDiscovery.threshold(new double[] {0.2, 0.9, 0.06}, 0.05) < 0);
        assertTrue(FalseDiscovery.threshold(new double[0], 0.05) < 0);
    }

    @Test
    void oneTestIsComparedWithTheRateItself() {
        assertEquals(0.05, FalseDiscovery.threshold(new double[] {0.05}, 0.05));
    }
}
