package cl.observatory.gateway.staff;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.Scope;
import cl.observatory.gateway.support.KeyPairs;
import cl.observatory.gateway.support.MovableClock;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StaffTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MovableClock clock = new MovableClock(NOW);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private StaffIssuer issuer;
    private KeyPair key;
    private StaffTokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = new StaffIssuer();
        key = issuer.publish("first");
        tokens = tokens(Map.of());
    }

    @AfterEach
    void stop() {
        issuer.close();
        threads.close();
    }

    @Test
    void rolesBecomeScopesAndThePersonAStableNameWithoutHerAddress() {
        // Given
        String token = signed(StaffIssuer.claims(NOW)
                .subject("ana.perez@gob.example")
                .claim("realm_access", Map.of("roles", List.of("analyst", "offline_access"))));

        // When
        Caller caller = callerWith(token).orElseThrow();

        // Then
        assertEquals(Set.of(Scope.DATA_READ, Scope.DATA_WRITE), caller.scopes());
        assertTrue(caller.principal().matches("staff:[0-9a-f]{32}"), caller.principal());
        assertEquals(
                caller.principal(),
                callerWith(signed(StaffIssuer.claims(NOW).subject("ana.perez@gob.example")))
                        .orElseThrow()
                        .principal());
        assertNotEquals(
                caller.principal(),
                callerWith(signed(StaffIssuer.claims(NOW))).orElseThrow().principal());
    }

    @Test
    void personWithoutARoleMayDoWhatEverybodyMay() {
        Caller caller = callerWith(signed(StaffIssuer.claims(NOW))).orElseThrow();

        assertEquals(Caller.ANONYMOUS.scopes(), caller.scopes());
    }

    @Test
    void rolesOfAnotherFormGiveNothing() {
        JwtClaimsBuilder claims =
                StaffIssuer.claims(NOW).claim("realm_access", Map.of("roles", Map.of("analyst", true)));

        assertEquals(
                Caller.ANONYMOUS.scopes(),
                callerWith(signed(claims)).orElseThrow().scopes());
    }

    @Test
    void organizationOfThePersonBindsHer() {
        tokens = tokens(Map.of("gateway.staff.organization-claim", "org"));

        Caller caller = callerWith(signed(StaffIssuer.claims(NOW).claim("org", "ministry-of-interior")))
                .orElseThrow();

        assertEquals("ministry-of-interior", caller.bindings().organization());
        assertEquals(Optional.empty(), callerWith(signed(StaffIssuer.claims(NOW))));
        assertEquals(
                Optional.empty(), callerWith(signed(StaffIssuer.claims(NOW).claim("org", "Ministry of Interior"))));
    }

    @Test
    void tokenForSomebodyElseOrOfSomebodyElseIsRefused() {
        assertRefused(signed(StaffIssuer.claims(NOW).audience("another-service")));
        assertRefused(signed(StaffIssuer.claims(NOW).issuer("https://evil.example")));
        assertRefused(StaffIssuer.claims(NOW)
                .jws()
                .keyId("first")
                .algorithm(SignatureAlgorithm.ES256)
                .sign(KeyPairs.p256().getPrivate()));
        assertRefused(changed(signed(StaffIssuer.claims(NOW))));
    }

    @Test
    void tokenIsGoodForItsTimeAndALittleLonger() {
        String token = signed(StaffIssuer.claims(NOW));

        clock.move(Duration.ofSeconds(329));
        assertTrue(callerWith(token).isPresent());

        clock.move(Duration.ofSeconds(2));
        assertRefused(token);
        assertRefused(signed(StaffIssuer.claims(NOW).expiresAt(clock.instant().plus(Duration.ofDays(2)))));
    }

    @Test
    void tokenThatNobodySignedIsRefused() {
        String claims = signed(StaffIssuer.claims(NOW)).split("\\.", -1)[1];
        assertRefused(base64("{\"alg\":\"none\"}") + "." + claims + ".");
        assertRefused(base64("{\"alg\":\"none\",\"kid\":\"first\"}") + "." + claims + ".");
        byte[] publicHalf = key.getPublic().getEncoded();
        assertRefused(StaffIssuer.claims(NOW)
                .jws()
                .keyId("first")
                .algorithm(SignatureAlgorithm.HS256)
                .sign(new SecretKeySpec(publicHalf, "HmacSHA256")));
    }

    @Test
    void textThatIsNoTokenIsRefusedAndOneThatIsTooLongNotEvenRead() {
        assertRefused("");
        assertRefused("a.b.c");
        assertRefused("nonsense");
        int before = issuer.asked();
        assertRefused("x".repeat(7_000));
        assertRefused(signed(StaffIssuer.claims(NOW).claim("padding", "x".repeat(7_000))));
        assertEquals(before, issuer.asked());
    }

    @Test
    void newKeyOfTheIssuerIsFoundWhenATokenNamesIt() {
        // Given
        assertTrue(callerWith(signed(StaffIssuer.claims(NOW))).isPresent());
        KeyPair second = issuer.publish("second");
        String token = signed(StaffIssuer.claims(NOW), second, "second");

        // When
        // The library thinks for a third of a second that what it has is new.
        await().until(() -> {
            clock.move(Duration.ofSeconds(1));
            return callerWith(token).isPresent();
        });

        // Then
        assertTrue(callerWith(signed(StaffIssuer.claims(NOW))).isPresent());
    }

    @Test
    void thousandMadeUpKeysCostTwoFetchesAtMost() {
        // Given
        KeyPair stranger = KeyPairs.p256();
        List<String> madeUp = IntStream.range(0, 1_000)
                .mapToObj(i -> signed(StaffIssuer.claims(NOW), stranger, "made-up-" + i))
                .toList();

        // When
        List<CompletableFuture<Optional<Caller>>> answers = madeUp.stream()
                .map(token -> tokens.callerWith(token).toCompletableFuture())
                .toList();

        // Then
        answers.forEach(answer -> assertEquals(Optional.empty(), answer.join()));
        assertTrue(issuer.asked() <= 2, () -> issuer.asked() + " fetches");
        assertTrue(callerWith(signed(StaffIssuer.claims(NOW))).isPresent());
    }

    @Test
    void issuerThatIsDownIsNotAskedWithEveryToken() {
        issuer.answerWith(500);

        for (int i = 0; i < 50; i++) {
            assertUnavailable(signed(StaffIssuer.claims(NOW)));
        }

        assertEquals(1, issuer.asked());
        issuer.answerWith(200);
        clock.move(Duration.ofSeconds(10));
        assertTrue(callerWith(signed(StaffIssuer.claims(NOW))).isPresent());
    }

    @Test
    void redirectIsNotFollowed() {
        tokens = tokens(Map.of("gateway.staff.keys", issuer.at("/moved").toString()));

        assertUnavailable(signed(StaffIssuer.claims(NOW)));
        assertEquals(0, issuer.asked());
    }

    private StaffTokens tokens(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "gateway.staff.issuer",
                StaffIssuer.NAME,
                "gateway.staff.audience",
                StaffIssuer.AUDIENCE,
                "gateway.staff.keys",
                issuer.keysAt().toString(),
                "gateway.staff.roles-claim",
                "realm_access/roles",
                "gateway.staff.roles.analyst",
                "data:write"));
        settings.putAll(more);
        return new StaffTokens(Settings.read(settings), clock, threads);
    }

    private Optional<Caller> callerWith(String token) {
        return tokens.callerWith(token).toCompletableFuture().join();
    }

    private void assertRefused(String token) {
        assertEquals(Optional.empty(), callerWith(token));
    }

    private void assertUnavailable(String token) {
        var failed = assertThrows(CompletionException.class, () -> callerWith(token));
        assertInstanceOf(UncheckedIOException.class, failed.getCause());
    }

    private String signed(JwtClaimsBuilder claims) {
        return signed(claims, key, "first");
    }

    private static String signed(JwtClaimsBuilder claims, KeyPair pair, String name) {
        return claims.jws().keyId(name).algorithm(SignatureAlgorithm.ES256).sign(pair.getPrivate());
    }

    /** The same signature under other claims. */
    private static String changed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String others = claims.replace("f3a1", "f3a2");
        assertFalse(others.equals(claims));
        return parts[0] + "." + base64(others) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
