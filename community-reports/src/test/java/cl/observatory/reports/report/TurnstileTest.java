package cl.observatory.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.problem.CommonProblem;
import cl.observatory.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private record Bounds(int maxConcurrent, int maxAdditions) implements ReportConfig {}

    private final Turnstile turnstile = new Turnstile(new Bounds(2, 1));

    @Test
    void whoComesWhenAllPlacesAreTakenIsAskedToComeAgain() {
        ProblemException refusal = turnstile.pass(() ->
                turnstile.pass(() -> assertThrows(ProblemException.class, () -> turnstile.pass(() -> "third"))));

        assertSame(CommonProblem.UNAVAILABLE, refusal.type());
        assertEquals("later", turnstile.pass(() -> "later"));
    }

    @Test
    void placeIsFreeAgainAfterAFailure() {
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turnstile.pass(() -> {
                        throw new IllegalStateException("failed");
                    }));
        }

        assertEquals("later", turnstile.pass(() -> "later"));
    }
}
