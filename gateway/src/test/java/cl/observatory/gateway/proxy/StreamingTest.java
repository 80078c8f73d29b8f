package cl.observatory.gateway.proxy;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.Seen;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class StreamingTest {

    private static final int PART = 64 * 1024;
    private static final long WHOLE = 64L * 1024 * 1024;

    /** What the sockets' buffers of both connections and the gateway's own hold at most, with room to spare. */
    private static final long ON_THE_WAY = WHOLE / 2;

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
    void serviceWritesNoFasterThanTheCallerReads() throws IOException {
        // Given
        AtomicLong written = new AtomicLong();
        query.on("/v1/export", request -> write(request.response().setChunked(true), written));

        try (RawClient client = new RawClient()) {
            // When
            client.begin("GET /v1/export HTTP/1.1");

            // Then
            standsStill(written);
            assertTrue(written.get() < ON_THE_WAY, () -> written + " bytes written to a caller who reads nothing");
            client.line();
            client.headers();
            assertEquals(WHOLE, chunkedLength(client));
        }
    }

    /** Writes as long as there is room, which is what a well-behaved service does. */
    private static void write(HttpServerResponse response, AtomicLong written) {
        while (written.get() < WHOLE) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> write(response, written));
                return;
            }
            response.write(Buffer.buffer(new byte[PART]));
            written.addAndGet(PART);
        }
        response.end();
    }

    private static long chunkedLength(RawClient client) throws IOException {
        long length = 0;
        InputStream in = client.in();
        for (int size = Integer.parseInt(client.line(), 16); size > 0; size = Integer.parseInt(client.line(), 16)) {
            in.skipNBytes(size);
            length += size;
            client.line();
        }
        return length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: " + 64 * 1024 * 1024, "Transfer-Encoding: chunked"})
    void callerSendsNoFasterThanTheServiceReads(String framing) throws Exception {
        // Given
        AtomicReference<HttpServerRequest> arrived = new AtomicReference<>();
        ingest.on("/v1/imports", request -> {
            request.pause();
            arrived.set(request);
            request.end().onSuccess(end -> request.response().setStatusCode(202).end());
        });
        AtomicLong sent = new AtomicLong();

        try (RawClient client = new RawClient()) {
            // When
            client.begin("POST /v1/imports HTTP/1.1", "Content-Type: text/csv", "X-API-Key: " + Keys.STEWARD, framing);
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> sendBody(client, framing.endsWith("chunked"), sent));

            // Then
            await().until(() -> arrived.get() != null);
            standsStill(sent);
            assertTrue(sent.get() < ON_THE_WAY, () -> sent + " bytes taken for a service that reads nothing");
            arrived.get().resume();
            sending.join();
            assertEquals(202, client.answer().status());
        }
        Seen seen = ingest.only();
        assertEquals(WHOLE, seen.bodyLength());
        assertEquals(Seen.End.WHOLE, seen.end());
    }

    private static void sendBody(RawClient client, boolean chunked, AtomicLong sent) {
        byte[] part = new byte[PART];
        try {
            while (sent.get() < WHOLE) {
                if (chunked) {
                    client.send(Integer.toHexString(PART) + "\r\n").send(part).send("\r\n");
                } else {
                    client.send(part);
                }
                sent.addAndGet(PART);
            }
            if (chunked) {
                client.send("0\r\n\r\n");
            }
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void standsStill(AtomicLong counter) {
        AtomicLong last = new AtomicLong(-1);
        await().during(500, MILLISECONDS).until(() -> {
            long now = counter.get();
            return now > 0 && last.getAndSet(now) == now;
        });
    }

    @Test
    void answerBeginsBeforeItIsWhole() throws IOException {
        AtomicReference<HttpServerResponse> open = new AtomicReference<>();
        query.on("/v1/export", request -> {
            request.response().setChunked(true).write("first");
            open.set(request.response());
        });

        try (RawClient client = new RawClient()) {
            client.begin("GET /v1/export HTTP/1.1");
            client.line();
            client.headers();
            assertEquals("5", client.line());
            assertEquals("first", client.line());
            open.get().end();
            assertEquals("0", client.line());
        }
    }

    @Test
    void encodedBodiesPassUntouched() {
        byte[] notReallyGzip = {1, 2, 3};
        query.on(
                "/v1/export",
                request -> request.response()
                        .putHeader("Content-Encoding", "gzip")
                        .putHeader("Vary", "Accept-Encoding")
                        .end(Buffer.buffer(notReallyGzip)));

        byte[] received = rawBody("/v1/export");

        assertEquals(3, received.length);
        assertEquals("gzip", query.only().header("Accept-Encoding"));
    }

    private static byte[] rawBody(String path) {
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask("GET " + path + " HTTP/1.1", "Accept-Encoding: gzip");
            assertEquals("gzip", answer.header("Content-Encoding"));
            return answer.body().getBytes(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void bodyIsAskedForOnlyWhenItWillBeTaken() throws IOException {
        String[] headers = {"Content-Type: text/csv", "Content-Length: 4", "Expect: 100-continue"};
        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/imports HTTP/1.1", headers);
            assertEquals(100, client.answer().status());
            assertEquals(200, client.send("a;b\n").answer().status());
        }
        assertEquals("a;b\n", ingest.only().bodyText());
        ingest.clear();
        try (RawClient client = new RawClient()) {
            Answer refused =
                    client.ask("POST /v1/imports HTTP/1.1", headers[0], headers[1], headers[2], "X-API-Key: nonsense");
            assertEquals(401, refused.status());
            assertEquals("close", refused.header("Connection"));
        }
        assertEquals(0, ingest.seen().size());
    }

    @Test
    void announcedBodyBeyondTheLimitIsRefusedUnread() throws IOException {
        try (RawClient client = new RawClient()) {
            Answer refused = client.ask(
                    "POST /v1/notes HTTP/1.1",
                    "Content-Type: application/json",
                    "Content-Length: 1025",
                    "Expect: 100-continue");
            assertEquals(413, refused.status());
            assertTrue(refused.body().contains("BODY_TOO_LARGE"), refused.body());
            assertEquals("close", refused.header("Connection"));
            assertEquals("", client.rest());
        }
        assertEquals(0, ingest.seen().size());
    }

    @Test
    void chunkedBodyBeyondTheLimitIsBrokenOff() throws IOException {
        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/notes HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked");
            Answer refused =
                    client.send("400\r\n" + "a".repeat(1024) + "\r\n1\r\nb\r\n").answer();
            assertEquals(413, refused.status());
            assertEquals("close", refused.header("Connection"));
            // What follows is read into nothing: not more of the body, not the next request.
            String rest = client.send("0\r\n\r\nGET /v1/echo HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .rest();
            assertEquals("", rest);
        }
        await().until(() -> ingest.only().end() == Seen.End.BROKEN_OFF);
        assertEquals(0, query.seen().size());
    }

    @Test
    void limitDependsOnWhatTheOperationTakesAndTheBodyIs() {
        Map<String, Integer> answers =
                Map.of("text/csv", 200, "application/json", 413, "application/problem+json; a=b", 413);
        answers.forEach((mediaType, status) -> given().contentType(mediaType)
                .body(new byte[2_000])
                .post("/v1/imports")
                .then()
                .statusCode(status));
        given().contentType("text/csv")
                .body(new byte[2_000])
                .post("/v1/notes")
                .then()
                .statusCode(413);
        given().contentType("application/json")
                .body(new byte[1_024])
                .post("/v1/notes")
                .then()
                .statusCode(200);
    }

    @Test
    void serviceMayAnswerBeforeItHasReadEverything() throws IOException {
        ingest.on("/v1/early", request -> {
            request.pause();
            request.response().setStatusCode(409).end("no");
        });

        try (RawClient client = new RawClient()) {
            client.begin("POST /v1/early HTTP/1.1", "Content-Type: text/csv", "Content-Length: 1000000");
            Answer answer = client.send("first").answer();
            assertEquals(409, answer.status());
            assertEquals("close", answer.header("Connection"));
            assertEquals("", client.rest());
        }
        given().get("/v1/echo").then().statusCode(is(200));
    }
}
