package cl.observatory.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One thing that was done.
 *
 * <p>Its hash is SHA-256 over, in this order: the hash of the entry before (32 bytes, zeros before the first), the
 * sequence (8 bytes), the instant (microseconds since 1970, 8 bytes), then as texts the principal, organization, action,
 * domain, subject and reason, then the number of details (4 bytes) and each as two texts, name and value, by the order
 * of the names. A text is its length in bytes (4 bytes) and its UTF-8; one that is absent is the length −1. Numbers are
 * big-endian.
 *
 * @param at to the microsecond, which is the finest that the database keeps
 * @param organization that the principal was bound to, or null
 * @param action name of what was done; one that was stored never changes
 * @param domain that it belongs to, by which readers may be bound, such as the id of a data set; or null
 * @param subject address of what was changed, below {@code /v1/}
 * @param reason in the principal's words, or null
 * @param details names and values; null when what is stored is anything else, which no writer wrote
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String principal,
        String organization,
        String action,
        String domain,
        String subject,
        String reason,
        Map<String, String> details) {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1000;

    /**
     * @param previous hash of the entry before
     */
    public String hash(String previous) {
        MessageDigest sha256 = sha256();
        sha256.update(HexFormat.of().parseHex(previous));
        sha256.update(number(sequence));
        sha256.update(number(at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO));
        for (String text : new String[] {principal, organization, action, domain, subject, reason}) {
            add(sha256, text);
        }
        sha256.update(length(details == null ? -1 : details.size()));
        new TreeMap<>(details == null ? Map.of() : details).forEach((name, value) -> {
            add(sha256, name);
            add(sha256, value);
        });
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest sha256, String text) {
        if (text == null) {
            sha256.update(length(-1));
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(length(bytes.length));
        sha256.update(bytes);
    }

    private static byte[] number(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
