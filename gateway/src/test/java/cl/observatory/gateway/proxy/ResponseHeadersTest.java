package cl.observatory.gateway.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.MultiMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseHeadersTest {

    @Test
    void whatIsBetweenServiceAndGatewayStaysThere() {
        // Given
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "X-Internal, keep-alive")
                .add("X-Internal", "1")
                .add("Keep-Alive", "timeout=5")
                .add("Server", "Vert.x")
                .add("Set-Cookie", "a=b")
                .add("X-Request-Id", "theirs")
                .add("x-content-type-options", "other")
                .add("Access-Control-Allow-Origin", "*")
                .add("ETag", "\"1\"")
                .add("Content-Type", "text/csv");

        // When
        ResponseHeaders.clean(headers, "127.0.0.1:8082");

        // Then
        assertEquals(Set.of("ETag", "Content-Type"), Set.copyOf(headers.names()));
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082/v1/imports/1,     /v1/imports/1",
        "http://127.0.0.1:8082/v1/imports/1?a=b, /v1/imports/1?a=b",
        "/v1/imports/1,                          /v1/imports/1",
        "https://www.example.org/file,           https://www.example.org/file",
        "not a uri,                              not a uri"
    })
    void addressOfTheServiceIsNotShown(String location, String shown) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Location", location);

        ResponseHeaders.clean(headers, "127.0.0.1:8082");

        assertEquals(shown, headers.get("Location"));
    }
}
