package cl.observatory.local.secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A key of the gateway: {@code obs_<environment>_<id>_<secret><checksum>}. The checksum lets a scanner of source code,
 * and the gateway before it asks its database, tell a key from a text that looks like one.
 *
 * @param id names the key in logs and lists
 * @param secret 160 random bits
 */
public record ApiKey(String id, String secret) {

    private static final String PREFIX = "obs_local_";
    private static final int ID_LENGTH = 8;
    private static final int SECRET_LENGTH = 32;
    private static final int CHECKSUM_LENGTH = 6;

    static ApiKey random(SecureRandom random) {
        return new ApiKey(Base32.random(random, ID_LENGTH), Base32.random(random, SECRET_LENGTH));
    }

    /** Reads what {@link #text()} wrote. */
    static ApiKey parse(String text) {
        int secretAt = PREFIX.length() + ID_LENGTH + 1;
        if (text.length() == secretAt + SECRET_LENGTH + CHECKSUM_LENGTH) {
            ApiKey key = new ApiKey(
                    text.substring(PREFIX.length(), secretAt - 1), text.substring(secretAt, secretAt + SECRET_LENGTH));
            if (key.text().equals(text)) {
                return key;
            }
        }
        throw new IllegalArgumentException("Not an API key of a local stack");
    }

    /** The whole key, as its holder sends it. */
    public String text() {
        String body = PREFIX + id + "_" + secret;
        return body + Base32.ofFirstBits(Sha256.of(body), CHECKSUM_LENGTH);
    }

    /** What the gateway keeps of it. */
    String sha256() {
        return HexFormat.of().formatHex(Sha256.of(text()));
    }

    @Override
    public String toString() {
        return PREFIX + id;
    }
}
