package cl.observatory.gateway.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.identity.Bindings;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.KeyIdentity;
import cl.observatory.gateway.identity.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final KeyText PRESENTED = new KeyText("0123abcd", "the whole key");

    private static final KeyIdentity IDENTITY = new KeyIdentity("0123abcd", null, false);

    private static Optional<Caller> caller(ApiKey key) {
        return key.known(false).callerWith(PRESENTED, NOW, Optional::empty);
    }

    @Test
    void goodKeyNamesItsCaller() {
        ApiKey key = new ApiKey(local(PRESENTED.hash()), NOW);

        assertEquals(
                Optional.of(new Caller("steward", Set.of(Scope.DATA_READ, Scope.DATA_WRITE), Bindings.NONE, IDENTITY)),
                caller(key));
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
                        new Bindings("muni-santiago", Set.of("13101"), Set.of("local-cases")),
                        IDENTITY)),
                caller(key));
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
        assertEquals(Bindings.NONE, caller(key).orElseThrow().bindings());
    }

    @Test
    void otherKeyWithTheSameIdIsNobody() {
        ApiKey key = new ApiKey(local(new KeyText("0123abcd", "another key").hash()), NOW);

        assertTrue(caller(key).isEmpty());
    }

    private static LocalKey local(String hash) {
        return new LocalKey("0123abcd", "steward", Set.of(Scope.DATA_READ, Scope.DATA_WRITE), hash);
    }
}
