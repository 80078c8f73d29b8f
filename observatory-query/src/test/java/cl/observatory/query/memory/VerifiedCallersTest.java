package cl.observatory.query.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedCallersTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String TOKEN = "head.body.signature";
    private static final String FORGED = "head.body.forged";
    private static final JWTAuthContextInfo CONTEXT = new JWTAuthContextInfo();

    private Instant now = NOW;
    private final Clock clock = new Clock() {

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
    };

    /** Takes any token, as one of whoever has this scope, for a minute. */
    private static final class Rules extends JWTCallerPrincipalFactory {

        private final String scope;
        private int asked;

        private Rules(String scope) {
            this.scope = scope;
        }

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
            asked++;
            if (token.equals(FORGED)) {
                throw new ParseException("the signature is not the gateway's");
            }
            JwtClaims claims = new JwtClaims();
            claims.setStringListClaim(Claims.groups.name(), scope);
            claims.setExpirationTime(NumericDate.fromSeconds(NOW.plusSeconds(60).getEpochSecond()));
            return new DefaultJWTCallerPrincipal(token, claims);
        }
    }

    @Test
    void verifiedTokenIsKnownUntilItExpiresAndNotASecondLonger() throws ParseException {
        // Given
        Rules rules = new Rules("data:read");
        VerifiedCallers callers = new VerifiedCallers(clock, rules);

        // When
        JWTCallerPrincipal first = callers.parse(TOKEN, CONTEXT);
        now = NOW.plusSeconds(59);
        JWTCallerPrincipal again = callers.parse(TOKEN, CONTEXT);

        // Then
        assertSame(first, again);
        assertEquals(1, rules.asked);
        assertTrue(callers.mayRead("Bearer " + TOKEN));

        // When
        now = NOW.plusSeconds(60);
        callers.parse(TOKEN, CONTEXT);

        // Then
        assertEquals(2, rules.asked);
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }

    @Test
    void tokenThatIsAcceptedByGraceIsNotRemembered() throws ParseException {
        // Given
        Rules rules = new Rules("data:read");
        VerifiedCallers callers = new VerifiedCallers(clock, rules);
        now = NOW.plus(Duration.ofSeconds(61));

        // When
        callers.parse(TOKEN, CONTEXT);
        callers.parse(TOKEN, CONTEXT);

        // Then
        assertEquals(2, rules.asked);
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }

    @Test
    void onlyTheVeryBytesThatWereVerifiedAreKnown() throws ParseException {
        // Given
        VerifiedCallers callers = new VerifiedCallers(clock, new Rules("data:read"));

        // When
        callers.parse(TOKEN, CONTEXT);
        assertThrows(ParseException.class, () -> callers.parse(FORGED, CONTEXT));

        // Then
        assertFalse(callers.mayRead("Bearer " + TOKEN + "x"));
        assertFalse(callers.mayRead("bearer " + TOKEN));
        assertFalse(callers.mayRead(TOKEN));
        assertFalse(callers.mayRead(null));
        assertFalse(callers.mayRead("Bearer " + FORGED));
    }

    @Test
    void whoeverMayNotReadIsKnownAndStillMayNot() throws ParseException {
        // Given
        VerifiedCallers callers = new VerifiedCallers(clock, new Rules("data:write"));

        // When
        callers.parse(TOKEN, CONTEXT);

        // Then
        assertFalse(callers.mayRead("Bearer " + TOKEN));
    }
}
