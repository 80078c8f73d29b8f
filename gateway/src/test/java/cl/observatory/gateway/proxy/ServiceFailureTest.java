package cl.observatory.gateway.proxy;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class ServiceFailureTest {

    private static StandIn query;
    private static StandIn ingest;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
        ingest = StandIn.of("ingest");
    }

    @AfterAll
    static void stop() {
        query.close();
        ingest.close();
    }

    @BeforeEach
    void forget() {
        query.clear();
        ingest.clear();
    }

    @Test
    void serviceThatIsDownIsAProblemToRetry() {
        given().get("/v1/down")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("code", is("BACKEND_UNAVAILABLE"))
                .body("instance", is("/v1/down"))
                .body("requestId", not(emptyOrNullString()));
        given().head("/v1/down").then().statusCode(503).body(emptyOrNullString());
    }

    @Test
    void uploadToAServiceThatIsDownIsAnsweredWithoutReadingIt() throws IOException {
        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/down HTTP/1.1", "Content-Type: text/csv", "Content-Length: 1000000");
            Answer answer = client.send("first").answer();

            assertEquals(503, answer.status());
            assertEquals("close", answer.header("Connection"));
        }
    }

    @Test
    void serviceThatSaysNothingIsGivenUp() {
        query.on("/v1/silent", request -> {});

        given().get("/v1/silent").then().statusCode(504).body("code", is("BACKEND_TIMEOUT"));

        assertEquals("GET /v1/silent", query.only().line());
        given().get("/v1/echo").then().statusCode(200);
    }

    @Test
    void waitingBeginsWhenTheBodyHasEnded() throws IOException {
        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/imports HTTP/1.1", "Content-Type: text/csv", "Content-Length: 8");
            client.send("a;b\n");
            await().until(() -> ingest.seen().size() == 1);
            // Longer than the gateway waits for an answer: the upload is slow, and the service not to blame.
            await().during(2_500, MILLISECONDS).until(() -> client.in().available() == 0);

            assertEquals(200, client.send("c;d\n").answer().status());
        }
        assertEquals("a;b\nc;d\n", ingest.only().bodyText());
    }

    @Test
    void serviceThatNeverAnswersAnUploadIsGivenUp() {
        ingest.on("/v1/imports", request -> {});

        given().contentType("text/csv")
                .body("a;b\n")
                .post("/v1/imports")
                .then()
                .statusCode(504)
                .body("code", is("BACKEND_TIMEOUT"));
    }

    @Test
    void readOnADeadPooledConnectionIsRepeatedOnce() {
        Set<HttpConnection> used = ConcurrentHashMap.newKeySet();
        query.on("/v1/stale", request -> answerFirstOnly(request, used));

        given().get("/v1/stale").then().statusCode(200);
        given().get("/v1/stale").then().statusCode(200);

        assertTrue(query.seen().size() > 2, () -> query.seen().toString());
    }

    @Test
    void writeIsNeverRepeated() {
        Set<HttpConnection> used = ConcurrentHashMap.newKeySet();
        ingest.on("/v1/once", request -> answerFirstOnly(request, used));

        given().post("/v1/once").then().statusCode(200);
        given().post("/v1/once").then().statusCode(502).body("code", is("BAD_GATEWAY"));

        assertEquals(2, ingest.seen().size());
    }

    /** As a service that closes idle connections just when the next request comes. */
    private static void answerFirstOnly(HttpServerRequest request, Set<HttpConnection> used) {
        if (used.add(request.connection())) {
            request.response().end("first");
        } else {
            request.connection().close();
        }
    }

    @Test
    void serviceThatKeepsHangingUpIsABadGateway() {
        query.on("/v1/hangup", request -> request.connection().close());

        given().get("/v1/hangup").then().statusCode(502).body("code", is("BAD_GATEWAY"));

        assertEquals(2, query.seen().size());
    }

    @Test
    void problemsOfServicesPassThrough() {
        query.on(
                "/v1/items/1",
                request -> request.response()
                        .setStatusCode(410)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"code\":\"WITHDRAWN\"}"));

        given().get("/v1/items/1").then().statusCode(410).body("code", is("WITHDRAWN"));
    }

    @Test
    void unchangedAndEmptyAnswersPassThrough() throws IOException {
        query.on(
                "/v1/items/304",
                request -> request.response()
                        .setStatusCode(304)
                        .putHeader("ETag", "\"1\"")
                        .end());
        query.on(
                "/v1/items/204",
                request -> request.response().setStatusCode(204).end());

        try (RawClient client = new RawClient()) {
            Answer unchanged = client.ask("GET /v1/items/304 HTTP/1.1", "If-None-Match: \"1\"");
            assertEquals(304, unchanged.status());
            assertEquals("\"1\"", unchanged.header("ETag"));
            Answer empty = client.ask("GET /v1/items/204 HTTP/1.1");
            assertEquals(204, empty.status());
            assertEquals(null, empty.header("Transfer-Encoding"));
            assertEquals(200, client.ask("GET /v1/echo HTTP/1.1").status());
        }
        assertEquals("\"1\"", query.seen().getFirst().header("If-None-Match"));
    }
}
