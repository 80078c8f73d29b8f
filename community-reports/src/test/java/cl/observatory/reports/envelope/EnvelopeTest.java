package cl.observatory.reports.envelope;

import static cl.observatory.reports.Problems.isProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Caller;
import cl.observatory.reports.Reporter;
import cl.observatory.reports.Servers;
import cl.observatory.reports.Store;
import cl.observatory.reports.proof.Work;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever watches the line cannot tell by sizes what was asked or answered. */
@QuarkusTest
@WithTestResource(Servers.class)
class EnvelopeTest {

    @Test
    void everyAnswerHasOneSize() {
        // Given
        String receipt = Reporter.submits(Reporter.report());
        String proof = Work.proof("POST /v1/reports");
        Map<String, ValidatableResponse> answers = new LinkedHashMap<>();

        // When
        answers.put("201", Reporter.submit(Reporter.report(), Reporter.key(), proof));
        answers.put("200", Reporter.status(receipt));
        answers.put("400 value", Reporter.submit(Reporter.report("commune", "00000")));
        answers.put("400 constraint", Reporter.submit(Reporter.report("commune", "x")));
        answers.put("400 field", Reporter.submit(Reporter.report("name", "x")));
        answers.put("400 receipt", Reporter.status("K7QF"));
        answers.put(
                "400 not JSON",
                json(Caller.anybody()).body("{").post(Reporter.REPORTS).then());
        answers.put(
                "400 no proof",
                json(Caller.anybody()).body(body()).post(Reporter.REPORTS).then());
        answers.put(
                "401",
                json(RestAssured.given()).body(body()).post(Reporter.REPORTS).then());
        answers.put(
                "403",
                json(Caller.anybody()).body(body()).post("/v1/relayed-reports").then());
        answers.put(
                "404 path",
                json(Caller.anybody())
                        .body(body())
                        .post(Reporter.REPORTS + "/x")
                        .then());
        answers.put("405", Caller.anybody().get(Reporter.REPORTS).then());
        answers.put(
                "406",
                json(Caller.anybody())
                        .accept("image/png")
                        .body(body())
                        .post(Reporter.REPORTS)
                        .then());
        answers.put("409", Reporter.submit(Reporter.report(), Reporter.key(), proof));
        answers.put(
                "413",
                json(Caller.anybody())
                        .body("x".repeat(20_000))
                        .post(Reporter.REPORTS)
                        .then());
        answers.put(
                "415",
                Caller.anybody()
                        .contentType("text/plain")
                        .body(body())
                        .post(Reporter.REPORTS)
                        .then());

        // Then
        answers.forEach((name, answer) -> {
            Response response = answer.extract().response();
            assertTrue(name.startsWith(Integer.toString(response.statusCode())), name + ": " + response.statusCode());
            assertEquals(Envelope.SIZE, response.asByteArray().length, name);
            assertEquals("16384", response.header("Content-Length"), name);
            assertEquals("no-store", response.header("Cache-Control"), name);
            assertEquals(null, response.header("X-Request-Id"), name);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {Envelope.SIZE - 1, 300})
    void smallerBodyIsRefused(int size) {
        // Given
        Map<String, Long> before = Store.contents();
        byte[] body = Arrays.copyOf(Reporter.padded(Reporter.report("text", null)), size);

        // When
        ValidatableResponse answer = submit(body);

        // Then
        isProblem(answer, 400, "BODY_NOT_PADDED");
        assertEquals(before, Store.contents());
    }

    @Test
    void largerBodyIsRefused() {
        byte[] body = Arrays.copyOf(Reporter.padded(Reporter.report()), Envelope.SIZE + 1);
        Arrays.fill(body, Envelope.SIZE, body.length, (byte) ' ');

        isProblem(submit(body), 413, "BODY_TOO_LARGE");
    }

    @Test
    void answerThatDoesNotFitIsNotCut() {
        assertThrows(IllegalStateException.class, () -> Envelope.pad(new byte[Envelope.SIZE + 1]));
        assertArrayEquals(new byte[Envelope.SIZE], Envelope.pad(new byte[Envelope.SIZE]));
    }

    private static ValidatableResponse submit(byte[] body) {
        return json(Caller.anybody())
                .header("Idempotency-Key", Reporter.key())
                .header("Proof-Of-Work", Work.proof("POST /v1/reports"))
                .body(body)
                .post(Reporter.REPORTS)
                .then();
    }

    private static RequestSpecification json(RequestSpecification caller) {
        return caller.contentType(ContentType.JSON);
    }

    private static byte[] body() {
        return Reporter.padded(Reporter.report());
    }
}
