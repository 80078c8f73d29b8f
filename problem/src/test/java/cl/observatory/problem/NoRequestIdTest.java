package cl.observatory.problem;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service may be set to know no ids of requests: it makes none, and forgets those that it is sent. */
@QuarkusTest
@TestProfile(NoRequestIdTest.Without.class)
class NoRequestIdTest {

    public static class Without implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("problem.request-ids", "false");
        }
    }

    private static final String ID = "0190a5b2-7c3d-7e4f-8a9b-0c1d2e3f4a5b";

    private final LogLines log = new LogLines();

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void stopListening() {
        log.stop();
    }

    @Test
    void neitherAnswerNorProblemNorLineBearsOne() {
        // When
        RestAssured.given()
                .header("X-Request-Id", ID)
                .get("/things/refused")
                .then()
                .statusCode(429)
                .header("X-Request-Id", nullValue())
                .body("code", equalTo("TRY_LATER"))
                .body("requestId", nullValue());
        RestAssured.given()
                .header("X-Request-Id", ID)
                .get("/things")
                .then()
                .statusCode(200)
                .header("X-Request-Id", nullValue());

        // Then
        List<ExtLogRecord> lines = log.linesOf("cl.observatory.problem.RefusingResource");
        assertEquals(1, lines.size());
        assertNull(lines.getFirst().getMdc("requestId"));
    }
}
