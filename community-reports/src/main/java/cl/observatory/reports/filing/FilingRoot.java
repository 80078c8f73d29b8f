package cl.observatory.reports.filing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * The root of a day's tree in the chain of all roots. Bytes are hexadecimal digits here, as everybody is shown them.
 *
 * @param number from 1, without gaps
 * @param day in Chile
 * @param leaves of the tree
 * @param before hash of the statement of the root before, zeros for the first
 * @param publicKey of Ed25519, with which the signature verifies
 * @param signature of the statement
 */
public record FilingRoot(
        int number, LocalDate day, int leaves, String root, String before, String publicKey, String signature) {

    /** What the first root has in the place of the one before. */
    public static final String NONE_BEFORE = "0".repeat(2 * Sha256.LENGTH);

    /** A root that is to be signed. */
    public static FilingRoot unsigned(
            int number, LocalDate day, int leaves, byte[] root, String before, byte[] publicKey) {
        HexFormat hex = HexFormat.of();
        return new FilingRoot(number, day, leaves, hex.formatHex(root), before, hex.formatHex(publicKey), null);
    }

    public FilingRoot signed(byte[] signature) {
        return new FilingRoot(
                number, day, leaves, root, before, publicKey, HexFormat.of().formatHex(signature));
    }

    /** What is signed, and what the next root names the hash of. */
    public byte[] statement() {
        return """
                observatory filing root 1
                number %d
                day %s
                leaves %d
                root %s
                before %s
                key %s
                """.formatted(number, day, leaves, root, before, publicKey).getBytes(StandardCharsets.US_ASCII);
    }

    public String hash() {
        return HexFormat.of().formatHex(Sha256.of(statement()));
    }
}
