package cl.observatory.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.support.KeyPairs;
import cl.observatory.gateway.support.MovableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String INGEST = "observatory-ingest";
    private static final Caller STEWARD = new Caller("steward", Set.of(Scope.DATA_WRITE, Scope.DATA_READ));

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(NOW);
    private SigningKey key;
    private IdentityTokens tokens;

    @BeforeEach
    void makeKey() throws IOException {
        key = SigningKey.read(KeyPairs.pem(KeyPairs.p256().getPrivate(), folder));
        tokens = new IdentityTokens(key, clock);
    }

    @Test
    void tokenSaysWhoIsCallingAndToWhom() throws Exception {
        // When
        JwtClaims claims = verifierOf(INGEST, key).processToClaims(tokens.tokenFor(STEWARD, INGEST));

        // Then
        assertEquals("observatory-gateway", claims.getIssuer());
        assertEquals(List.of(INGEST), claims.getAudience());
        assertEquals("steward", claims.getSubject());
        assertEquals(List.of("data:read", "data:write"), claims.getStringListClaimValue("groups"));
        assertEquals(NOW.getEpochSecond(), claims.getIssuedAt().getValue());
        assertEquals(
                NOW.plusSeconds(60).getEpochSecond(), claims.getExpirationTime().getValue());
        assertNotNull(claims.getJwtId());
        assertEquals(
                Set.of("iss", "aud", "sub", "groups", "iat", "exp", "jti"),
                claims.getClaimsMap().keySet());
    }

    @Test
    void tokenSaysWhatTheScopesAreBoundTo() throws Exception {
        // Given
        Caller bound = new Caller(
                "municipality",
                Set.of(Scope.DATA_WRITE),
                new Bindings("muni-santiago", Set.of("13102", "13101"), Set.of("local-cases")));

        // When
        JwtClaims claims = verifierOf(INGEST, key).processToClaims(tokens.tokenFor(bound, INGEST));

        // Then
        assertEquals("muni-santiago", claims.getStringClaimValue("org"));
        assertEquals(List.of("13101", "13102"), claims.getStringListClaimValue("territories"));
        assertEquals(List.of("local-cases"), claims.getStringListClaimValue("datasets"));
    }

    /** A busy minute must not lend one caller the token of another of the same name. */
    @Test
    void bindingsAreNotLentToTheSamePrincipal() {
        Caller bound = new Caller("steward", STEWARD.scopes(), new Bindings(null, Set.of("13101"), null));

        assertNotEquals(tokens.tokenFor(STEWARD, INGEST), tokens.tokenFor(bound, INGEST));
    }

    /** A server takes 20 KB of headers, and the token shares them with everything else. */
    @Test
    void largestBindingsFitARequestHeader() {
        Set<String> territories =
                IntStream.range(0, 100).mapToObj(i -> "13%03d".formatted(i)).collect(Collectors.toSet());
        Set<String> datasets = IntStream.range(0, 50)
                .mapToObj(i -> "a".repeat(58) + "%02d".formatted(i))
                .collect(Collectors.toSet());
        Caller bound = new Caller("m", Set.of(Scope.DATA_WRITE), new Bindings("o".repeat(60), territories, datasets));

        assertTrue(tokens.tokenFor(bound, INGEST).length() < 7000);
    }

    @Test
    void tokenForOneServiceIsNoGoodForAnother() {
        String token = tokens.tokenFor(STEWARD, INGEST);

        assertThrows(
                InvalidJwtException.class,
                () -> verifierOf("observatory-query", key).processToClaims(token));
    }

    @Test
    void tokenOfAnotherKeyIsRefused() throws IOException {
        SigningKey other = SigningKey.read(KeyPairs.pem(KeyPairs.p256().getPrivate(), folder));
        String token = new IdentityTokens(other, clock).tokenFor(STEWARD, INGEST);

        assertThrows(InvalidJwtException.class, () -> verifierOf(INGEST, key).processToClaims(token));
    }

    @Test
    void tokenIsUsedAgainForHalfItsLifeAndThenRenewed() {
        String first = tokens.tokenFor(STEWARD, INGEST);

        clock.move(Duration.ofSeconds(30));
        assertEquals(first, tokens.tokenFor(STEWARD, INGEST));

        clock.move(Duration.ofSeconds(1));
        assertNotEquals(first, tokens.tokenFor(STEWARD, INGEST));
    }

    @Test
    void everyCallerAndServiceHasItsOwnToken() {
        String token = tokens.tokenFor(STEWARD, INGEST);

        assertNotEquals(token, tokens.tokenFor(STEWARD, "observatory-query"));
        assertNotEquals(token, tokens.tokenFor(Caller.ANONYMOUS, INGEST));
        assertNotEquals(token, tokens.tokenFor(new Caller("steward", Set.of(Scope.DATA_READ)), INGEST));
    }

    /** As a service does it: with pinned keys, chosen by the name in the token. */
    private static JwtConsumer verifierOf(String service, SigningKey pinned) {
        try {
            JsonWebKeySet pinnedKeys = new JsonWebKeySet("{\"keys\":[" + pinned.publicJwk() + "]}");
            return new JwtConsumerBuilder()
                    .setVerificationKeyResolver(new JwksVerificationKeyResolver(pinnedKeys.getJsonWebKeys()))
                    .setExpectedIssuer("observatory-gateway")
                    .setExpectedAudience(service)
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromSeconds(NOW.getEpochSecond()))
                    .build();
        } catch (JoseException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
