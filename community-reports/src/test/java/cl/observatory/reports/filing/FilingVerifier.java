package cl.observatory.reports.filing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Verifies a proof of filing as {@code docs/guides/proof-of-filing.md} says, by what is public and what the reporter shows. It
 * is written from the guide, and has no line in common with what makes proofs.
 */
public final class FilingVerifier {

    /** DER of a public key of Ed25519 (RFC 8410) up to its 32 bytes. */
    private static final String KEY_HEADER = "302a300506032b6570032100";

    private static final HexFormat HEX = HexFormat.of();

    private FilingVerifier() {}

    /** Thrown when something is not as it is said to be. */
    public static final class NotVerifiedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotVerifiedException(String message) {
            super(message);
        }
    }

    /** In hexadecimal digits. */
    public static String leaf(String secret, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("observatory filing leaf 1".getBytes(StandardCharsets.US_ASCII));
        bytes.write(0);
        bytes.writeBytes(HEX.parseHex(secret));
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return sha256(bytes.toByteArray());
    }

    /** The root to which a path leads. */
    public static String root(String leaf, int place, int leaves, List<String> path) {
        String hash = sha256(HEX.parseHex("00" + leaf));
        int position = place;
        int width = leaves;
        for (String beside : path) {
            hash = sha256(HEX.parseHex(position % 2 == 0 ? "01" + hash + beside : "01" + beside + hash));
            position /= 2;
            width /= 2;
        }
        if (position != 0 || width != 1) {
            throw new NotVerifiedException("the path is of another tree");
        }
        return hash;
    }

    /**
     * @param roots members of the answer of {@code /v1/filing-roots}, all from the first on
     */
    public static void verifyChain(List<Map<String, Object>> roots) {
        String before = "0".repeat(64);
        for (int i = 0; i < roots.size(); i++) {
            Map<String, Object> root = roots.get(i);
            if (!root.get("number").equals(i + 1) || !root.get("before").equals(before)) {
                throw new NotVerifiedException("root " + (i + 1) + " is not chained to the one before");
            }
            if (!isSigned(root)) {
                throw new NotVerifiedException("root " + (i + 1) + " is not signed");
            }
            before = sha256(statement(root));
        }
    }

    private static byte[] statement(Map<String, Object> root) {
        String text = "observatory filing root 1\n"
                + "number " + root.get("number") + "\n"
                + "day " + root.get("day") + "\n"
                + "leaves " + root.get("leaves") + "\n"
                + "root " + root.get("root") + "\n"
                + "before " + root.get("before") + "\n"
                + "key " + root.get("publicKey") + "\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isSigned(Map<String, Object> root) {
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(HEX.parseHex(KEY_HEADER + root.get("publicKey")))));
            verification.update(statement(root));
            return verification.verify(HEX.parseHex((String) root.get("signature")));
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
