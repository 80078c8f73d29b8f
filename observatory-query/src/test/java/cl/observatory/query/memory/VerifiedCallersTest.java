package cl.observatory.query.memory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class VerifiedCallersTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String TOKEN = "head.body.signature";

    private Instant now = NOW;
    private final VerifiedCallers callers = new VerifiedCallers(new Clock() {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "anonymous";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    @Test
    void verifiedTokenIsKnownUntilItExpiresAndNotASecondLonger() {
        // When
        assertTrue(callers.remember("Bearer " + TOKEN, verified("data:read")));

        // Then
        assertTrue(callers.mayRead("Bearer " + TOKEN));
        now = NOW.plusSeconds(59);
        assertTrue(callers.mayRead("Bearer " + TOKEN));
        now = NOW.plusSeconds(60);
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }

    @Test
    void tokenThatIsAcceptedByGraceIsNotRemembered() {
        // Given
        now = NOW.plus(Duration.ofSeconds(61));

        // Then
        assertFalse(callers.remember("Bearer " + TOKEN, verified("data:read")));
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }

    @Test
    void onlyTheVeryBytesThatWereVerifiedAreKnown() {
        // When
        callers.remember("Bearer " + TOKEN, verified("data:read"));

        // Then
        assertFalse(callers.mayRead("Bearer " + TOKEN + "x"));
        assertFalse(callers.mayRead("bearer " + TOKEN));
        assertFalse(callers.mayRead(TOKEN));
        assertFalse(callers.mayRead(null));
        assertFalse(callers.remember("Bearer another", verified("data:read")));
        assertFalse(callers.mayRead("Bearer another"));
    }

    @Test
    void whoeverMayNotReadIsNotRemembered() {
        assertFalse(callers.remember("Bearer " + TOKEN, verified("data:write")));
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }

    private static SecurityIdentity verified(String scope) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of(
                        Claims.raw_token.name(),
                        TOKEN,
                        Claims.exp.name(),
                        NOW.plusSeconds(60).getEpochSecond())))
                .addRole(scope)
                .build();
    }
}
