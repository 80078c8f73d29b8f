package cl.observatory.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestHeadersTest {

    @Test
    void onlyListedHeadersPass() {
        // Given
        MultiMap received = MultiMap.caseInsensitiveMultiMap()
                .add("ACCEPT", "text/csv")
                .add("If-Match", "\"1\"")
                .add("if-match", "\"2\"")
                .add("Authorization", "Bearer forged")
                .add("X-API-Key", "secret")
                .add("Cookie", "a=b")
                .add("X-Forwarded-For", "1.2.3.4")
                .add("X-Request-Id", "mine")
                .add("User-Agent", "curl")
                .add("traceparent", "00-1-1-00");

        // When
        MultiMap passed = RequestHeaders.passedOn(received);

        // Then
        assertEquals(Set.of("Accept", "If-Match"), Set.copyOf(passed.names()));
        assertEquals(List.of("\"1\"", "\"2\""), passed.getAll("If-Match"));
    }

    @Test
    void whatConnectionNamesStaysBehind() {
        MultiMap received = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "close, prefer")
                .add("Connection", "IF-MATCH")
                .add("Prefer", "respond-async")
                .add("If-Match", "\"1\"");

        assertTrue(RequestHeaders.passedOn(received).isEmpty());
    }
}
