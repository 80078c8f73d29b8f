package cl.observatory.reports.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.LogLines;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.proof.Work;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Whatever level somebody gives to the log of the service, nothing of a request gets into it. */
@QuarkusTest
@WithTestResource(Servers.class)
class TalkativeLogTest {

    private static final String MARK = "Quilaquina";

    /** The client of this test runs in the same JVM. */
    private static final List<String> CLIENT = List.of("org.apache.http", "io.restassured");

    @Test
    void nothingOfARequestIsLogged() {
        // Given
        Logger root = Logger.getLogger("");
        Level level = root.getLevel();
        List<Handler> others = List.of(root.getHandlers());
        others.forEach(root::removeHandler);
        LogLines lines = LogLines.listen();
        root.setLevel(Level.ALL);

        // When
        try {
            Reporter.submit(Reporter.report("text", MARK)).statusCode(201);
            for (String field : List.of("kind", "category", "commune", "frequency", "consentToAggregate", MARK)) {
                Reporter.submit(Reporter.report(field, MARK)).statusCode(400);
            }
            Reporter.submit(Reporter.report("affectedGroups", MARK)).statusCode(400);
            Reporter.submit(Reporter.report("affectedGroups", Map.of(MARK, MARK)))
                    .statusCode(400);
            sender().body(MARK.repeat(2000).substring(0, 16_384))
                    .post(Reporter.REPORTS)
                    .then()
                    .statusCode(400);
            sender().contentType("text/" + MARK).body(MARK).post(Reporter.REPORTS);
            sender().accept("text/" + MARK)
                    .body(Reporter.padded(Reporter.report()))
                    .post(Reporter.REPORTS);
            sender().body(MARK).put(Reporter.REPORTS + "/" + MARK);
            Reporter.status(MARK).statusCode(400);
        } finally {
            root.setLevel(level);
            lines.close();
            others.forEach(root::addHandler);
        }

        // Then
        List<String> said = lines.whole().stream()
                .filter(line -> CLIENT.stream().noneMatch(line::startsWith))
                .toList();
        assertTrue(said.stream().anyMatch(line -> line.contains(" DEBUG ")), "The service said little");
        assertEquals(
                List.of(), said.stream().filter(line -> line.contains(MARK)).toList());
    }

    private static RequestSpecification sender() {
        return Caller.anybody()
                .header("Idempotency-Key", Reporter.key())
                .header("Proof-Of-Work", Work.proof("POST /v1/reports"))
                .contentType("application/json");
    }
}
