package cl.observatory.gateway.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A well-formed key, {@code obs_<env>_<id>_<secret><checksum>}. The checksum lets a mistyped or invented key be told from
 * a real one without asking the database.
 *
 * @param id under which the key is stored
 * @param text the whole key
 */
record KeyText(String id, String text) {

    /** Crockford's base 32: no i, l, o or u, which people misread. */
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

    private static final String DIGIT = "[0-9a-hjkmnp-tv-z]";

    private static final Pattern FORM =
            Pattern.compile("(obs_[a-z]{2,10}_(" + DIGIT + "{8})_" + DIGIT + "{32})(" + DIGIT + "{6})");

    private static final int CHECKSUM_DIGITS = 6;
    private static final int BITS_PER_DIGIT = 5;

    private static final int ID_DIGITS = 8;
    private static final int SECRET_DIGITS = 32;

    /**
     * A new key, which nobody can guess.
     *
     * @param environment from 2 to 10 small letters, so that a key of one place is not tried at another
     */
    static KeyText make(String environment, SecureRandom random) {
        String id = digits(ID_DIGITS, random);
        String body = "obs_" + environment + "_" + id + "_" + digits(SECRET_DIGITS, random);
        return parse(body + checksum(body)).orElseThrow();
    }

    private static String digits(int count, SecureRandom random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return digits.toString();
    }

    static Optional<KeyText> parse(String presented) {
        Matcher matcher = FORM.matcher(presented);
        if (!matcher.matches() || !checksum(matcher.group(1)).equals(matcher.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new KeyText(matcher.group(2), presented));
    }

    /** The first 30 bits of the SHA-256 of everything before the checksum. */
    static String checksum(String body) {
        byte[] hash = sha256(body);
        long bits = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            bits = (bits << Byte.SIZE) | Byte.toUnsignedInt(hash[i]);
        }
        StringBuilder digits = new StringBuilder(CHECKSUM_DIGITS);
        for (int digit = 1; digit <= CHECKSUM_DIGITS; digit++) {
            int value = (int) (bits >>> (Integer.SIZE - digit * BITS_PER_DIGIT)) & 0x1f;
            digits.append(ALPHABET.charAt(value));
        }
        return digits.toString();
    }

    /** The hash that is stored, in hexadecimal digits. */
    String hash() {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String ascii) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ascii.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Without the secret: keys must not reach a log. */
    @Override
    public String toString() {
        return "KeyText[" + id + "]";
    }
}
