package cl.observatory.query.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tokens of callers who may read, byte for byte, that were verified by every rule; so that a caller who asks a thousand
 * times costs one signature. A token is forgotten the moment it expires, without the grace that whoever verifies it may
 * give. Keys of the gateway are read when the service starts, and a key that is taken back with a start takes its tokens
 * along.
 */
@ApplicationScoped
class VerifiedCallers {

    static final String READ = "data:read";

    private static final String SCHEME = "Bearer ";

    /** The gateway uses a token again for half a minute, one for each caller. */
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Cache<String, Instant> ends =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    VerifiedCallers(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param authorization the whole header, null without one
     */
    boolean mayRead(String authorization) {
        if (authorization == null) {
            return false;
        }
        Instant end = ends.getIfPresent(authorization);
        return end != null && clock.instant().isBefore(end);
    }

    /**
     * Remembers a caller who has just been verified.
     *
     * @return whether that caller may read
     */
    boolean remember(String authorization, SecurityIdentity verified) {
        if (verified.getPrincipal() instanceof JsonWebToken token
                && verified.hasRole(READ)
                && authorization.equals(SCHEME + token.getRawToken())) {
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            ends.put(authorization, end);
            return clock.instant().isBefore(end);
        }
        return false;
    }
}
