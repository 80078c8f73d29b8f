package cl.observatory.ingest.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationStateTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING,   PUBLISHED REJECTED REPLACED WITHDRAWN",
        "PUBLISHED, REPLACED WITHDRAWN",
        "REJECTED,  ''",
        "REPLACED,  ''",
        "WITHDRAWN, ''"
    })
    void versionGoesWhereTheDrawingSaysAndNowhereElse(AnnotationState from, String following) {
        for (AnnotationState next : AnnotationState.values()) {
            assertEquals(following.contains(next.name()), from.mayBecome(next), from + " to " + next);
        }
    }
}
