package cl.observatory.reports.identity;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens, byte for byte, that were verified by every rule and give their caller no scope: the gateway uses one for all who
 * come without a key, so that a thousand reports cost one signature. A token is forgotten the moment it expires, without
 * the grace that whoever verifies it may give. Those that give a scope are kept nowhere.
 */
final class VerifiedTokens {

    /** Far more than a gateway of many processes has at a time. */
    private static final int MOST = 1_000;

    private final Clock clock;
    private final Map<String, JWTCallerPrincipal> known = new ConcurrentHashMap<>();

    VerifiedTokens(Clock clock) {
        this.clock = clock;
    }

    Optional<JWTCallerPrincipal> find(String token) {
        return Optional.ofNullable(known.get(token)).filter(this::isInForce);
    }

    void remember(String token, JWTCallerPrincipal caller) {
        known.values().removeIf(other -> !isInForce(other));
        if (caller.getGroups().isEmpty() && isInForce(caller) && known.size() < MOST) {
            known.put(token, caller);
        }
    }

    private boolean isInForce(JWTCallerPrincipal caller) {
        return clock.instant().isBefore(Instant.ofEpochSecond(caller.getExpirationTime()));
    }
}
