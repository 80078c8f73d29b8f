package cl.observatory.ingest.check;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.ProblemException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class StatedTotalsTest {

    @Test
    void fileThatHoldsWhatIsStatedPasses() {
        StatedTotals stated = new StatedTotals(new BigDecimal("12.50"), 3L);

        assertDoesNotThrow(() -> stated.compare(new BigDecimal("12.5"), 3));
    }

    @Test
    void whatIsNotStatedIsNotCompared() {
        assertDoesNotThrow(() -> new StatedTotals(null, null).compare(BigDecimal.TEN, 3));
        assertDoesNotThrow(() -> new StatedTotals(BigDecimal.TEN, null).compare(BigDecimal.TEN, 3));
        assertDoesNotThrow(() -> new StatedTotals(null, 3L).compare(BigDecimal.TEN, 3));
    }

    @Test
    void fileThatHoldsSomethingElseIsRefused() {
        // Given
        StatedTotals stated = new StatedTotals(BigDecimal.TEN, 3L);

        // When
        ProblemException otherSum = assertThrows(ProblemException.class, () -> stated.compare(BigDecimal.ONE, 3));
        ProblemException otherRows = assertThrows(ProblemException.class, () -> stated.compare(BigDecimal.TEN, 2));

        // Then
        assertEquals(IngestProblem.CONTROL_TOTALS_DIFFER, otherSum.type());
        assertEquals(IngestProblem.CONTROL_TOTALS_DIFFER, otherRows.type());
    }
}
