package cl.observatory.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is refused or fails, the answer has one form and shows nothing of the inside. */
@QuarkusTest
class ProblemDocumentTest {

    @Test
    void refusalHasTheWordsOfItsCatalogue() {
        RestAssured.given()
                .get("/things/refused")
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Content-Language", "es")
                .header("Retry-After", "30")
                .body("type", equalTo("/v1/problems#TRY_LATER"))
                .body("title", equalTo("Más tarde"))
                .body("status", equalTo(429))
                .body("detail", equalTo("«this one» todavía no puede, «that one» sí."))
                .body("instance", equalTo("/things/refused"))
                .body("code", equalTo("TRY_LATER"))
                .body("errors", nullValue());
    }

    @Test
    void wordsAreInTheLanguageOfTheCaller() {
        RestAssured.given()
                .header("Accept-Language", "en-GB, es;q=0.5")
                .get("/things/refused?even=3")
                .then()
                .header("Content-Language", "en")
                .body("detail", equalTo("\"this one\" cannot yet, \"that one\" can."))
                .body(
                        "errors",
                        equalTo(List.of(
                                Map.of(
                                        "parameter", "even",
                                        "code", "ODD",
                                        "message", "\"3\" is not even.",
                                        "hint", "For example 2."),
                                Map.of(
                                        "pointer", "/even",
                                        "code", "NOT_ONE_OF",
                                        "message", "The value is not one of those possible.",
                                        "hint", "Possible values: 2, 4."))));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nothing,        application/json, 404, NOT_FOUND",
        "DELETE, /things,         application/json, 405, METHOD_NOT_ALLOWED",
        "GET,    /things,         text/csv,         406, NOT_ACCEPTABLE",
        "GET,    /things/failed,  application/json, 500, INTERNAL_ERROR"
    })
    void whatNoUseCaseRefusesHasTheSameForm(String method, String path, String accept, int status, String code) {
        ValidatableResponse answer =
                RestAssured.given().accept(accept).request(method, path).then();

        isProblem(answer, status, code).body("instance", equalTo(path));
    }

    @Test
    void otherContentTypeHasTheSameForm() {
        isProblem(
                RestAssured.given()
                        .contentType("text/csv")
                        .body("a,b")
                        .post("/things")
                        .then(),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53300", "57P01", "57P03", "none"})
    void storeOutOfReachIsUnavailable(String state) {
        isProblem(RestAssured.given().get("/things/store/" + state).then(), 503, "UNAVAILABLE")
                .header("Retry-After", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "22021", "57014"})
    void storeThatRefusesIsAnErrorOfOurs(String state) {
        isProblem(RestAssured.given().get("/things/store/" + state).then(), 500, "INTERNAL_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", \"size\": 1, \"nam\": \"b\"}              | UNKNOWN_FIELD | /nam",
                "{\"name\": \"a\", \"size\": 1, \"a/b~c\": 1}                | UNKNOWN_FIELD | /a~1b~0c",
                "{\"name\": \"a\", \"size\": \"many\"}                       | WRONG_TYPE    | /size",
                "{\"name\": \"a\", \"size\": {}}                             | WRONG_TYPE    | /size",
                "{\"name\": [], \"size\": 1}                                 | WRONG_TYPE    | /name",
                "{\"name\": \"a\", \"size\": 1, \"kind\": \"HUGE\"}          | WRONG_TYPE    | /kind",
                "{\"name\": \"a\", \"size\": 1, \"parts\": [{\"label\": \"x\"}, {\"lab\": 1}]} | UNKNOWN_FIELD | /parts/1/lab",
                "{\"name\": \"a\", \"size\": 1, \"parts\": 7}                | WRONG_TYPE    | /parts",
                "{\"name\": \"a\", \"size\": 1, \"named\": {\"x\": 7}}       | WRONG_TYPE    | /named/x",
                "[]                                                          | WRONG_TYPE    | ``",
                "\"text\"                                                    | WRONG_TYPE    | ``",
                "7                                                           | WRONG_TYPE    | ``"
            })
    void bodyOfAnotherFormIsNamed(String body, String fault, String pointer) {
        isProblem(post(body), 400, "MALFORMED_BODY")
                .body("errors.size()", equalTo(1))
                .body("errors[0].code", equalTo(fault))
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"name\": }", "{\"name\": \"a\", \"size\": 1", "nothing", "{\"name\": \"\u0001\"}"})
    void bodyThatIsNoJsonIsRefused(String body) {
        isProblem(post(body), 400, "MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void bodyThatIsNotThereIsRefused(String body) {
        isProblem(post(body), 400, "INVALID_REQUEST").body("errors[0].pointer", equalTo(""));
    }

    @Test
    void everyFieldThatIsInvalidIsNamed() {
        // When
        ValidatableResponse answer = post("""
                {"name": " ", "size": 10, "parts": [{"label": "x"}, null, {"label": ""}],
                 "named": {"a/b": {"label": ""}}}
                """);

        // Then
        isProblem(answer, 400, "INVALID_REQUEST").body("errors.code.unique()", equalTo(List.of("INVALID")));
        assertEquals(
                List.of("/name", "/named/a~1b/label", "/parts/1", "/parts/2/label", "/size"),
                answer.extract().<List<String>>path("errors.pointer").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void messagesOfInvalidFieldsAreInTheLanguageOfTheCaller() {
        String body = "{\"name\": \"a\", \"size\": 10}";

        post(body).body("errors[0].message", equalTo("debe ser menor que o igual a 9"));
        RestAssured.given()
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/things")
                .then()
                .body("errors[0].message", equalTo("must be less than or equal to 9"));
    }

    @Test
    void parameterThatIsInvalidIsNamed() {
        isProblem(RestAssured.given().get("/things?limit=11").then(), 400, "INVALID_REQUEST")
                .body("errors[0].parameter", equalTo("limit"))
                .body("errors[0].pointer", nullValue());
    }

    private static ValidatableResponse post(String body) {
        return RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/things")
                .then();
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String code) {
        String requestId = answer.extract().header("X-Request-Id");
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("requestId", equalTo(requestId))
                .body(not(containsString("Exception")))
                .body(not(containsString("cl.observatory")))
                .body(not(containsString("java.")))
                .body(not(containsString("jackson")))
                .body(not(containsString(RefusingResource.SECRET)))
                .body(not(containsString("\tat ")));
    }
}
