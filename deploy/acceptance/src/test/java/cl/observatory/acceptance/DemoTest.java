package cl.observatory.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.demo.Demo;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** {@code ./observatory demo}: a newcomer sees three answers, and sees them again without loading anything twice; and a report. */
class DemoTest {

    private final Observatory observatory = Observatory.running();

    @Test
    void sampleIsLoadedOnceAndThreeAnswersAreShown() {
        // When
        String first = run();
        String second = run();

        // Then
        assertTrue(first.contains("Sending 996,480 rows"), first);
        assertTrue(second.contains("The sample data are loaded already."), second);
        assertTrue(first.contains("Readers see synthetic boundaries"), first);
        assertFalse(second.contains("Sending") || second.contains("Readers see"), second);
        for (String said : new String[] {first, second}) {
            assertTrue(
                    said.matches(
                            "(?s).*reports extortion without an account: receipt ([0-9A-Z]{4}-){5}[0-9A-Z]{4}, .*"),
                    said);
            assertTrue(said.contains("With the receipt she asks about it: UNDER_REVIEW."), said);
            assertTrue(said.contains("rank  may be  commune"), said);
            assertTrue(said.contains("place                         year"), said);
            assertTrue(said.contains("Source: Synthetic police cases (sample data, they describe nobody)"), said);
            assertTrue(said.contains("Boundaries: Squares in place of communes; "), said);
            assertTrue(said.contains("The boundaries are synthetic: they were"), said);
            assertTrue(said.contains("are synthetic: they were generated and describe nobody."), said);
        }
    }

    private String run() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Demo(observatory.access(), new PrintStream(said, true, UTF_8)).run();
        return said.toString(UTF_8);
    }
}
