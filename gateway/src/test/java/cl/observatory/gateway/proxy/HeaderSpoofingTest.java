package cl.observatory.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.GatewayStack;
import cl.observatory.gateway.support.Keys;
import cl.observatory.gateway.support.RawClient;
import cl.observatory.gateway.support.RawClient.Answer;
import cl.observatory.gateway.support.Seen;
import cl.observatory.gateway.support.StandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(GatewayStack.class)
class HeaderSpoofingTest {

    private static StandIn query;

    @BeforeAll
    static void start() {
        query = StandIn.of("query");
    }

    @AfterAll
    static void stop() {
        query.close();
    }

    @BeforeEach
    void forget() {
        query.clear();
    }

    @Test
    void identityFromOutsideNeverArrives() throws Exception {
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask(
                    "GET /v1/echo HTTP/1.1",
                    "Authorization: Bearer forged",
                    "authorization: Basic forged",
                    "Proxy-Authorization: Basic forged",
                    "X-Principal: steward",
                    "X-User: steward",
                    "X-Scopes: partners:admin",
                    "X-Request-Id: forged",
                    "X_Request_Id: forged",
                    "Cookie: session=forged",
                    "Forwarded: for=1.2.3.4",
                    "X-Forwarded-For: 1.2.3.4",
                    "X-Forwarded-Host: evil.example",
                    "X-Forwarded-Proto: https",
                    "X-Forwarded-Prefix: /q",
                    "X-Original-URL: /q/metrics",
                    "X-Rewrite-URL: /q/metrics",
                    "X-HTTP-Method-Override: DELETE",
                    "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                    "baggage: user=steward",
                    "User-Agent: forged",
                    "Accept: text/csv",
                    "Prefer: respond-async");
            assertEquals(200, answer.status());
        }

        Seen seen = query.only();
        assertEquals(Set.of("accept", "prefer", "authorization", "x-request-id", "host"), lower(seen));
        assertFalse(seen.header("Authorization").contains("forged"));
        assertEquals("anonymous", subject(seen));
        assertEquals("127.0.0.1:" + query.port(), seen.header("Host"));
    }

    @Test
    void connectionHeaderDoesNotTakeTheKeyAway() throws Exception {
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask(
                    "GET /v1/echo HTTP/1.1",
                    "Connection: keep-alive, X-API-Key, Authorization, X-Request-Id",
                    "X-API-Key: " + Keys.STEWARD,
                    "Keep-Alive: timeout=5",
                    "TE: trailers",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13");
            assertEquals(200, answer.status());
        }

        Seen seen = query.only();
        assertEquals("steward", subject(seen));
        assertEquals(Set.of("authorization", "x-request-id", "host"), lower(seen));
    }

    @Test
    void upgradesAreNotFollowed() throws IOException {
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask(
                    "GET /v1/echo HTTP/1.1",
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
            assertEquals(200, answer.status());
        }
        try (RawClient client = new RawClient()) {
            Answer answer = client.ask(
                    "GET /v1/echo HTTP/1.1",
                    "Connection: Upgrade, HTTP2-Settings",
                    "Upgrade: h2c",
                    "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA");
            assertEquals(200, answer.status());
        }

        assertNull(query.seen().getFirst().header("Upgrade"));
    }

    @Test
    void answersCarryWhatTheGatewaySaysAndNothingOfTheServicesInside() throws IOException {
        query.on(
                "/v1/echo",
                request -> request.response()
                        .putHeader("Server", "inside/1.0")
                        .putHeader("X-Powered-By", "inside")
                        .putHeader("Set-Cookie", "session=1")
                        .putHeader("X-Request-Id", "theirs")
                        .putHeader("Content-Security-Policy", "default-src *")
                        .putHeader("Access-Control-Allow-Origin", "*")
                        .putHeader("Connection", "keep-alive, X-Internal")
                        .putHeader("X-Internal", "1")
                        .putHeader("Location", "http://127.0.0.1:" + query.port() + "/v1/items/7?a=b")
                        .putHeader("ETag", "\"7\"")
                        .setStatusCode(201)
                        .end("made"));

        try (RawClient client = new RawClient()) {
            Answer answer = client.ask("GET /v1/echo HTTP/1.1");

            assertEquals(201, answer.status());
            assertEquals("made", answer.body());
            assertEquals("\"7\"", answer.header("ETag"));
            assertEquals("/v1/items/7?a=b", answer.header("Location"));
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
            assertEquals("default-src 'none'; frame-ancestors 'none'", answer.header("Content-Security-Policy"));
            assertTrue(answer.header("X-Request-Id").matches("[0-9a-f-]{36}"));
            for (String inside : new String[] {
                "Server", "X-Powered-By", "Set-Cookie", "X-Internal", "Access-Control-Allow-Origin", "Connection"
            }) {
                assertNull(answer.header(inside), inside);
            }
        }
    }

    private static String subject(Seen seen) throws InvalidJwtException, MalformedClaimException {
        JwtConsumer reader = new JwtConsumerBuilder()
                .setSkipSignatureVerification()
                .setExpectedAudience("observatory-query")
                .build();
        return reader.processToClaims(seen.header("Authorization").substring("Bearer ".length()))
                .getSubject();
    }

    private static Set<String> lower(Seen seen) {
        return Set.copyOf(seen.headerNames().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList());
    }
}
