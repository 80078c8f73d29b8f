package cl.observatory.gateway.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final KeyText PRESENTED = new KeyText("0123abcd", "the whole key");

    @Test
    void goodKeyNamesItsCaller() {
        ApiKey key = new ApiKey(local(PRESENTED.hash()), NOW);

        assertEquals(
                Optional.of(new Caller("steward", Set.of(Scope.DATA_READ, Scope.DATA_WRITE))),
                key.callerWith(PRESENTED, NOW));
    }

    @Test
    void boundKeyNamesABoundCaller() {
        ApiKey key = new ApiKey(
                new LocalKey(
                        "0123abcd",
                        "municipality",
                        Set.of(Scope.DATA_WRITE),
                        PRESENTED.hash(),
                        "muni-santiago",
                        Set.of("13101"),
                        Set.of("local-cases")),
                NOW);

        assertEquals(
                Optional.of(new Caller(
                        "municipality",
                        Set.of(Scope.DATA_WRITE),
                        new Bindings("muni-santiago", Set.of("13101"), Set.of("local-cases")))),
                key.callerWith(PRESENTED, NOW));
    }

    @Test
    void keyThatIsNamedAgainWithoutBindingsIsUnbound() {
        // Given
        ApiKey key = new ApiKey(
                new LocalKey(
                        "0123abcd",
                        "steward",
                        Set.of(Scope.DATA_READ),
                        PRESENTED.hash(),
                        "ngo",
                        Set.of("13"),
                        Set.of("a")),
                NOW);

        // When
        key.replaceWith(local(PRESENTED.hash()));

        // Then
        assertEquals(Bindings.NONE, key.callerWith(PRESENTED, NOW).orElseThrow().bindings());
    }

    @Test
    void otherKeyWithTheSameIdIsNobody() {
        ApiKey key = new ApiKey(local(new KeyText("0123abcd", "another key").hash()), NOW);

        assertTrue(key.callerWith(PRESENTED, NOW).isEmpty());
    }

    private static LocalKey local(String hash) {
        return new LocalKey("0123abcd", "steward", Set.of(Scope.DATA_READ, Scope.DATA_WRITE), hash);
    }
}
