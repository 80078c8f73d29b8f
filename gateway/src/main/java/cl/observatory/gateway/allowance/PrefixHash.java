package cl.observatory.gateway.allowance;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells networks apart without keeping any: what is kept is a hash of the first 24 bits of an IPv4 address, or the first 48
 * of one of IPv6, under a random salt that is in memory alone and replaced every ten minutes. Then a network has another
 * hash, and nobody, we included, can tell which it had before.
 */
final class PrefixHash {

    static final Duration LIFE = Duration.ofMinutes(10);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SALT = 32;
    private static final int IPV4_ADDRESS = 4;
    private static final int IPV4_PREFIX = 3;
    private static final int IPV6_PREFIX = 6;

    /** Shared by all callers of whom no address is known. */
    private static final Key NOWHERE = new Key(0, 0);

    record Key(long first, long second) {}

    private record Salt(SecretKeySpec secret, Instant renewAt) {}

    private final Clock clock;
    private final SecureRandom random;
    private volatile Salt salt;

    PrefixHash(Clock clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
        this.salt = newSalt();
    }

    Key of(Optional<InetAddress> address) {
        return address.map(known -> hash(prefix(known.getAddress()))).orElse(NOWHERE);
    }

    private static byte[] prefix(byte[] address) {
        return Arrays.copyOf(address, address.length == IPV4_ADDRESS ? IPV4_PREFIX : IPV6_PREFIX);
    }

    private Key hash(byte[] prefix) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(current());
            ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(prefix));
            return new Key(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SecretKeySpec current() {
        Salt known = salt;
        if (clock.instant().isBefore(known.renewAt())) {
            return known.secret();
        }
        return renew().secret();
    }

    private synchronized Salt renew() {
        if (!clock.instant().isBefore(salt.renewAt())) {
            salt = newSalt();
        }
        return salt;
    }

    private Salt newSalt() {
        byte[] bytes = new byte[SALT];
        random.nextBytes(bytes);
        return new Salt(new SecretKeySpec(bytes, ALGORITHM), clock.instant().plus(LIFE));
    }
}
