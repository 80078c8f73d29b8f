package cl.observatory.reports.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cl.observatory.reports.MovedClock;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** What was verified need not be verified again, as long as it holds and for those who may do nothing in particular. */
class VerifiedTokensTest {

    private final MovedClock clock = MovedClock.at(LocalDate.of(2026, 11, 20));
    private final Instant now = clock.instant();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void tokenIsKnownUntilItExpires() {
        // Given
        JWTCallerPrincipal caller = caller(now.plusSeconds(60));
        tokens.remember("token", caller);

        // Then
        assertEquals(Optional.of(caller), tokens.find("token"));
        assertEquals(Optional.empty(), tokens.find("token."));

        // When
        clock.moveTo(now.plusSeconds(60));

        // Then
        assertEquals(Optional.empty(), tokens.find("token"));
    }

    @Test
    void tokenOfThePastIsNotKept() {
        tokens.remember("token", caller(now));

        assertEquals(Optional.empty(), tokens.find("token"));
    }

    @Test
    void tokenThatGivesAScopeIsNotKept() {
        tokens.remember("token", caller(now.plusSeconds(60), "reports:relay"));

        assertEquals(Optional.empty(), tokens.find("token"));
    }

    private static JWTCallerPrincipal caller(Instant expiresAt, String... scopes) {
        JwtClaims claims = new JwtClaims();
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setStringListClaim("groups", List.of(scopes));
        return new DefaultJWTCallerPrincipal(claims);
    }
}
