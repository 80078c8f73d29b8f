package cl.observatory.reports.sealing;

import com.google.crypto.tink.hybrid.HpkePublicKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;

/** The public key to which messages to a reporter are sealed. The private one comes from her receipt alone. */
public final class ReplyKey {

    /** Size to which a message is padded, in bytes: 2,000 characters fit, whichever they are. */
    private static final int SIZE = 8 << 10;

    private final byte[] bytes;
    private final HpkePublicKey key;

    private ReplyKey(byte[] bytes) throws GeneralSecurityException {
        this.bytes = bytes.clone();
        this.key = Hpke.publicKey(bytes);
    }

    /**
     * @throws IllegalArgumentException when the bytes are no key
     */
    public static ReplyKey of(byte[] bytes) {
        try {
            return new ReplyKey(bytes);
        } catch (GeneralSecurityException malformed) {
            throw new IllegalArgumentException("not 32 bytes of a public key", malformed);
        }
    }

    /** The 32 bytes that are stored with the report, inside its seal. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Seals a message for the reporter.
     *
     * @param messageId of the row that it is stored in
     */
    public byte[] seal(String text, UUID messageId) {
        byte[] padded = Padding.pad(text.getBytes(StandardCharsets.UTF_8), SIZE);
        try {
            return Hpke.encryption(key).encrypt(padded, context(messageId));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a sound key did not seal", impossible);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /** What a sealed message is bound to. */
    public static byte[] context(UUID messageId) {
        return ("observatory message v1 " + messageId).getBytes(StandardCharsets.US_ASCII);
    }
}
