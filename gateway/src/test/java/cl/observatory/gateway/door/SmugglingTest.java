package cl.observatory.gateway.door;

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
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers would cut in different places. None may end in a request that nobody sent. */
@QuarkusTest
@WithTestResource(GatewayStack.class)
class SmugglingTest {

    private static final String SMUGGLED = "GET /v1/echo HTTP/1.1\r\nHost: localhost\r\n\r\n";

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
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 47\r\n\r\n",
                "Content-Length: 0, 47\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length: \r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                " Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nxyz\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\r\nabcdefgh\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n\r\n",
                "X: a\r\n\tTransfer-Encoding: chunked\r\nContent-Length: 0\r\n\u0000: b\r\n\r\n"
            })
    void contradictoryFramingIsRefusedAndTheConnectionCloses(String framingAndBody) throws IOException {
        try (RawClient client = new RawClient()) {
            String answers = client.send("POST /v1/notes HTTP/1.1\r\nHost: localhost\r\n" + framingAndBody + SMUGGLED)
                    .rest();

            assertFalse(answers.contains("HTTP/1.1 2"), answers);
        }
        assertEquals(List.of(), query.seen());
        assertEquals(
                0,
                ingest.seen().stream()
                        .filter(seen -> seen.end() == Seen.End.WHOLE)
                        .count());
        nextRequestIsUnharmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: a/b\r\n", "Host:\r\n", "X: no host\r\n"})
    void hostMustBeOneAndValid(String host) throws IOException {
        try (RawClient client = new RawClient()) {
            RawClient.Answer answer =
                    client.send("GET /v1/echo HTTP/1.1\r\n" + host + "\r\n").answer();

            assertEquals(400, answer.status());
            assertTrue(answer.body().contains("MALFORMED_REQUEST"), answer.body());
        }
        assertEquals(List.of(), query.seen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 47\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n2f\r\n"})
    void readsTakeNoBody(String framing) throws IOException {
        try (RawClient client = new RawClient()) {
            String answers = client.send("GET /v1/items/1 HTTP/1.1\r\nHost: localhost\r\n" + framing + SMUGGLED)
                    .rest();

            assertTrue(answers.startsWith("HTTP/1.1 400"), answers);
            assertTrue(answers.contains("BODY_NOT_ALLOWED"), answers);
            assertEquals(1, answers.split("HTTP/1.1", -1).length - 1, answers);
        }
        assertEquals(List.of(), query.seen());
        nextRequestIsUnharmed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0", "HTTP/1.2", "HTTP/2.0"})
    void otherVersionsAreRefused(String version) throws IOException {
        try (RawClient client = new RawClient()) {
            String answer = client.send("GET /v1/echo " + version + "\r\nHost: localhost\r\n\r\n")
                    .rest();

            assertTrue(answer.contains(" 505 "), answer);
            assertTrue(answer.contains("HTTP_VERSION_NOT_SUPPORTED"), answer);
        }
        assertEquals(List.of(), query.seen());
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        try (RawClient client = new RawClient()) {
            client.send("GET /v1/items/1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    + "POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"
                    + "GET /v1//x HTTP/1.1\r\nHost: localhost\r\n\r\n" + SMUGGLED);

            assertEquals("seen /v1/items/1", client.answer().body());
            assertEquals("seen /v1/notes", client.answer().body());
            assertEquals(400, client.answer().status());
            assertEquals("seen /v1/echo", client.answer().body());
        }
        assertEquals(2, query.seen().size());
        assertEquals("{}", ingest.only().bodyText());
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        try (RawClient client = new RawClient()) {
            String answer = client.send(
                            "GET /v1/echo HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\n\r\n")
                    .rest();

            assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
        }
    }

    private static void nextRequestIsUnharmed() throws IOException {
        try (RawClient client = new RawClient()) {
            assertEquals(
                    "seen /v1/items/next",
                    client.ask("GET /v1/items/next HTTP/1.1").body());
            RawClient.Answer note = client.send(
                            "POST /v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
                    .answer();
            assertEquals(200, note.status());
        }
    }
}
