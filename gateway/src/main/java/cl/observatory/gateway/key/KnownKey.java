package cl.observatory.gateway.key;

import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.network.Networks;
import inet.ipaddr.IPAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A stored key as the door remembers it.
 *
 * @param expiresAt null when it does not end
 * @param stopped revoked, or its partner is suspended
 * @param networks from which it may be used; null is from anywhere
 */
record KnownKey(String sha256, Instant expiresAt, boolean stopped, Networks networks, Caller caller) {

    /**
     * @param from the caller's address, asked for only when the key is bound to networks
     * @return who is calling, or nothing when the key is not this one, is no longer good, or is not good there
     */
    Optional<Caller> callerWith(KeyText presented, Instant now, Supplier<Optional<IPAddress>> from) {
        boolean same = MessageDigest.isEqual(
                sha256.getBytes(StandardCharsets.US_ASCII), presented.hash().getBytes(StandardCharsets.US_ASCII));
        boolean expired = expiresAt != null && !now.isBefore(expiresAt);
        if (!same || expired || stopped) {
            return Optional.empty();
        }
        boolean there = networks == null || from.get().filter(networks::contain).isPresent();
        return there ? Optional.of(caller) : Optional.empty();
    }
}
