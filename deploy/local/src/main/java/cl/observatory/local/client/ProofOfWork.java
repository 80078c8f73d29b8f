package cl.observatory.local.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/**
 * What costs whoever floods the observatory with reports, and hardly anybody else: a text about one request whose SHA-256
 * begins with so many zero bits.
 */
public final class ProofOfWork {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 12;
    private static final int BITS_OF_INT = 32;

    private ProofOfWork() {}

    /**
     * @param route method and path, such as {@code POST /v1/reports}
     * @param day of UTC
     * @param bits at most 32
     */
    public static String of(String route, LocalDate day, int bits) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String start = "1:%d:%s:%s:%s:"
                .formatted(
                        bits,
                        day.format(DateTimeFormatter.BASIC_ISO_DATE),
                        route,
                        Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        MessageDigest digest = sha256();
        for (long counter = 0; ; counter++) {
            String text = start + counter;
            if (beginsWithZeros(digest.digest(text.getBytes(StandardCharsets.US_ASCII)), bits)) {
                return text;
            }
        }
    }

    private static boolean beginsWithZeros(byte[] hash, int bits) {
        return bits == 0 || ByteBuffer.wrap(hash).getInt() >>> (BITS_OF_INT - bits) == 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
