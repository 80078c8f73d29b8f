package cl.observatory.problem;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One id per request: in the answer, in the problem document and in the log. */
@QuarkusTest
class RequestIdTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"/things", "/things/refused", "/things/failed", "/nothing"})
    void idOfTheCallerIsThatOfTheAnswer(String path) {
        RestAssured.given().header("X-Request-Id", ID).get(path).then().header("X-Request-Id", ID);
    }

    @Test
    void problemDocumentNamesIt() {
        RestAssured.given()
                .header("X-Request-Id", ID)
                .get("/things/refused")
                .then()
                .body("requestId", equalTo(ID));
    }

    @Test
    void requestWithoutAnIdGetsOneOfItsOwn() {
        // When
        ValidatableResponse first = RestAssured.given().get("/things/refused").then();
        ValidatableResponse second = RestAssured.given().get("/things/refused").then();

        // Then
        String id = first.extract().header("X-Request-Id");
        first.header("X-Request-Id", matchesPattern("[0-9a-f-]{36}")).body("requestId", equalTo(id));
        assertNotEquals(id, second.extract().header("X-Request-Id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a b c d e f g", "12345678;drop", "<script>alert(1)</script>", "ñandúñandú"})
    void idThatCouldBeMistakenForSomethingElseIsReplaced(String id) {
        RestAssured.given()
                .header("X-Request-Id", id)
                .get("/things/refused")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void lineThatIsLoggedForARequestBearsItsId() {
        // When
        RestAssured.given().header("X-Request-Id", ID).get("/things").then().statusCode(200);

        // Then
        List<ExtLogRecord> lines = log.linesOf("cl.observatory.problem.RefusingResource");
        assertEquals(1, lines.size());
        assertEquals(ID, lines.getFirst().getMdc("requestId"));
    }

    @Test
    void unexpectedFailureIsLoggedOnceWithItsIdAndItsCause() {
        // When
        RestAssured.given()
                .header("X-Request-Id", ID)
                .get("/things/failed")
                .then()
                .statusCode(500);

        // Then
        List<ExtLogRecord> lines = log.lines().stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .toList();
        assertEquals(1, lines.size(), lines.toString());
        assertEquals(ID, lines.getFirst().getMdc("requestId"));
        assertTrue(lines.getFirst().getThrown() instanceof IllegalStateException);
    }

    @Test
    void refusalIsNotLogged() {
        // When
        RestAssured.given()
                .contentType("application/json")
                .body("{\"name\": \"what the caller sent\", \"size\": \"x\"}")
                .post("/things")
                .then()
                .statusCode(400);

        // Then
        assertEquals(List.of(), log.lines());
    }
}
