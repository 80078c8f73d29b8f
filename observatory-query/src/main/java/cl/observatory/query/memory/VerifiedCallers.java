package cl.observatory.query.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Tokens, byte for byte, that were verified by every rule; so that a caller who asks a thousand times costs one signature.
 * A token is forgotten the moment it expires, without the grace that whoever verifies it may give. Keys of the gateway are
 * read when the service starts, and a key that is taken back with a start takes its tokens along.
 */
@Singleton
@Alternative
@Priority(1)
class VerifiedCallers extends JWTCallerPrincipalFactory {

    static final String READ = "data:read";

    private static final String SCHEME = "Bearer ";

    /** The gateway uses a token again for half a minute, one for each caller. */
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final JWTCallerPrincipalFactory rules;
    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    VerifiedCallers(Clock clock) {
        this(clock, new DefaultJWTCallerPrincipalFactory());
    }

    /**
     * @param rules that a token is verified by
     */
    VerifiedCallers(Clock clock, JWTCallerPrincipalFactory rules) {
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Who calls, by a token that was verified before or is now.
     *
     * @throws ParseException when the token does not stand up to the rules
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        JWTCallerPrincipal known = verified.getIfPresent(token);
        if (known != null && isInForce(known)) {
            return known;
        }
        JWTCallerPrincipal caller = rules.parse(token, context);
        if (isInForce(caller)) {
            verified.put(token, caller);
        }
        return caller;
    }

    /**
     * Whether the token is one that was verified, and its caller may read.
     *
     * @param authorization the whole header, null without one
     */
    boolean mayRead(String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return false;
        }
        JWTCallerPrincipal known = verified.getIfPresent(authorization.substring(SCHEME.length()));
        return known != null && isInForce(known) && known.getGroups().contains(READ);
    }

    private boolean isInForce(JWTCallerPrincipal caller) {
        return clock.instant().isBefore(Instant.ofEpochSecond(caller.getExpirationTime()));
    }
}
