package cl.observatory.ingest.imports;

import static cl.observatory.ingest.Problems.isProblem;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.ingest.Caller;
import cl.observatory.ingest.Cases;
import cl.observatory.ingest.RawClient;
import cl.observatory.ingest.Servers;
import cl.observatory.ingest.Store;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.hamcrest.MatcherAssert;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A good file that is sent in the wrong way gets a problem document, and changes nothing. */
@QuarkusTest
@WithTestResource(Servers.class)
class RefusedRequestTest {

    private static final byte[] FILE = Cases.FILE.getBytes(StandardCharsets.UTF_8);

    private Cases cases;
    private Map<String, Long> before;

    @BeforeEach
    void defineDataset() {
        cases = Cases.define();
        before = Store.contents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-dataset", "x", "%C3%91and%C3%BA", "a%00b", "a%20b"})
    void unknownDatasetIsNotFound(String id) {
        // When
        ValidatableResponse answer = cases.upload()
                .urlEncodingEnabled(false)
                .body(FILE)
                .post("/v1/datasets/" + id + "/imports")
                .then();

        // Then
        isProblem(answer, 404, "UNKNOWN_DATASET");
        assertEquals(before, Store.contents());
    }

    @Test
    void unknownProfileIsNotFound() {
        // When
        ValidatableResponse answer = cases.send(Cases.csv(Caller.steward()).queryParam("profile", "other"), FILE);

        // Then
        isProblem(answer, 404, "UNKNOWN_PROFILE")
                .body("detail", equalTo("The data set \"" + cases.dataset() + "\" has no profile \"other\"."));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @CsvSource({
        "status, FINAL, NOT_ONE_OF",
        "atomic, none, NOT_ONE_OF",
        "update, patch, NOT_ONE_OF",
        "embargoUntil, soon, NOT_AN_INSTANT",
        "retrievedAt, yesterday, NOT_AN_INSTANT",
        "retrievedAt, 2026-11-24, NOT_AN_INSTANT",
        "retrievedAt, %2B1000000-01-01T00:00:00Z, NOT_AN_INSTANT",
        "changeNote, a%00b, WRONG_FORM"
    })
    void malformedParameterIsNamed(String parameter, String value, String fault) {
        // When
        ValidatableResponse answer =
                cases.send(cases.upload().urlEncodingEnabled(false).queryParam(parameter, value), FILE);

        // Then
        isProblem(answer, 400, "INVALID_REQUEST")
                .body("errors.size()", equalTo(1))
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].code", equalTo(fault));
        assertEquals(before, Store.contents());
    }

    @Test
    void everythingThatIsWrongWithTheParametersIsToldAtOnce() {
        // When
        ValidatableResponse answer = cases.send(
                Cases.csv(Caller.steward())
                        .queryParam("status", "FINAL")
                        .queryParam("changeNote", "x".repeat(2001))
                        .header("Idempotency-Key", "short"),
                FILE);

        // Then
        isProblem(answer, 400, "INVALID_REQUEST")
                .body("errors.parameter", equalTo(List.of("profile", "status", "changeNote", "Idempotency-Key")));
        assertEquals(before, Store.contents());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "multipart/form-data; boundary=x", "application/pdf"})
    void otherContentTypeIsNotRead(String contentType) throws IOException {
        try (RawClient client = new RawClient()) {
            // When
            String answer = client.send("""
                            POST /v1/datasets/%s/imports?profile=plain HTTP/1.1
                            Host: localhost
                            Connection: close
                            Content-Type: %s
                            Authorization: Bearer %s
                            Content-Length: 3

                            a,b""".formatted(
                            cases.dataset(), contentType, Caller.token("observatory-ingest", "steward", "data:write")))
                    .answer();

            // Then
            MatcherAssert.assertThat(
                    answer,
                    Matchers.allOf(
                            Matchers.startsWith("HTTP/1.1 415 "),
                            Matchers.containsString("application/problem+json"),
                            Matchers.containsString("\"code\":\"UNSUPPORTED_MEDIA_TYPE\"")));
        }
        assertEquals(before, Store.contents());
    }

    @Test
    void requestWithoutAnyBodyIsNoFile() throws IOException {
        try (RawClient client = new RawClient()) {
            // When
            String answer =
                    client.beginUpload(cases.dataset(), "Content-Length: 0").answer();

            // Then
            MatcherAssert.assertThat(
                    answer,
                    Matchers.allOf(
                            Matchers.startsWith("HTTP/1.1 400 "), Matchers.containsString("\"code\":\"EMPTY_BODY\"")));
        }
        assertEquals(before, Store.contents());
    }
}
