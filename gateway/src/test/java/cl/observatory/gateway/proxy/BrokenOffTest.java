package cl.observatory.gateway.proxy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.Seen;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is cut half way on one side must not look like a whole message on the other. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class BrokenOffTest {

    private static final String POST = "POST /v1/imports HTTP/1.1";
    private static final String CSV = "Content-Type: text/csv";

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

    @ParameterizedTest
    @CsvSource({
        // The last row is whole, so that nothing in the content tells that more was to come.
        "Content-Length: 1000,       a;b\\n,                   false",
        "Content-Length: 1000,       a;b\\n,                   true",
        "Transfer-Encoding: chunked, 4\\r\\na;b\\n\\r\\n,      false",
        "Transfer-Encoding: chunked, 4\\r\\na;b\\n\\r\\n,      true",
        "Transfer-Encoding: chunked, 8\\r\\na;b\\n,            false",
        "Transfer-Encoding: chunked, 4\\r\\na;b\\n\\r\\n0\\r\\n, false"
    })
    void uploadThatIsCutIsBrokenOffAtTheService(String framing, String body, boolean reset) throws IOException {
        // Given
        RawClient client = new RawClient();
        client.begin(POST, CSV, framing).send(body.replace("\\r", "\r").replace("\\n", "\n"));
        await().until(() -> ingest.seen().size() == 1 && ingest.only().bodyLength() == 4);

        // When
        if (reset) {
            client.abort();
        } else {
            client.close();
        }

        // Then
        await().until(() -> ingest.only().end() != Seen.End.NONE_YET);
        assertEquals(Seen.End.BROKEN_OFF, ingest.only().end());
    }

    @Test
    void uploadThatTurnsIntoGarbageIsBrokenOffAtTheService() throws IOException {
        try (RawClient client = new RawClient()) {
            client.begin(POST, CSV, "Transfer-Encoding: chunked").send("4\r\na;b\n\r\n");
            await().until(() -> ingest.seen().size() == 1 && ingest.only().bodyLength() == 4);

            client.send("no chunk\r\n");

            assertFalse(client.rest().startsWith("HTTP/1.1 2"));
        }
        await().until(() -> ingest.only().end() == Seen.End.BROKEN_OFF);
    }

    @Test
    void callerWhoHangsUpWhileWaitingIsNotWaitedFor() throws IOException {
        // Given
        CompletableFuture<Void> noticed = new CompletableFuture<>();
        query.on("/v1/silent", request -> request.connection().closeHandler(closed -> noticed.complete(null)));
        RawClient client = new RawClient();
        client.begin("GET /v1/silent HTTP/1.1");
        await().until(() -> query.seen().size() == 1);

        // When
        client.close();

        // Then
        await().until(noticed::isDone);
        assertEquals(1, query.seen().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/torn", "/v1/short"})
    void answerThatIsCutDoesNotLookWhole(String path) throws IOException {
        // Given
        query.on("/v1/torn", request -> {
            request.response().setChunked(true);
            request.response()
                    .write("half")
                    .onComplete(sent -> request.connection().close());
        });
        query.on("/v1/short", request -> {
            request.response().putHeader("Content-Length", "1000");
            request.response()
                    .write("half")
                    .onComplete(sent -> request.connection().close());
        });

        // When
        try (RawClient client = new RawClient()) {
            String answer = client.begin("GET " + path + " HTTP/1.1").rest();

            // Then
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.contains("half"), answer);
            assertFalse(answer.endsWith("0\r\n\r\n"), answer);
        }
    }
}
