package cl.observatory.reports.receipt;

import cl.observatory.reports.secret.SecretFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes receipts and the hashes by which they are found. Both depend on the server's key: the same request gives the same
 * receipt, nobody else can tell which, and a hash cannot be tried out by whoever has the table alone.
 */
@ApplicationScoped
public class Receipts {

    /** The least that a client's key has to bring, in bytes: 128 bits. */
    private static final int LEAST_KEY_LENGTH = 16;

    private static final int DIGEST_LENGTH = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] key;
    private final SecretKeySpec hashKey;

    @Inject
    Receipts(ReceiptConfig config) {
        this(SecretFile.read(
                config.key().orElseThrow(() -> new IllegalStateException("reports.receipt.key is not set"))));
    }

    Receipts(byte[] key) {
        this.key = key.clone();
        this.hashKey = new SecretKeySpec(Derivation.derive(key, "hash", new byte[0], DIGEST_LENGTH), MAC);
    }

    /**
     * The receipt of a request; the same for each time that it is sent.
     *
     * @param idempotencyKey at least 128 random bits of the client's
     * @param sha256OfCanonicalBody so that a key that is used again with another body gives another receipt
     */
    public Receipt derive(byte[] idempotencyKey, byte[] sha256OfCanonicalBody) {
        if (idempotencyKey.length < LEAST_KEY_LENGTH) {
            throw new IllegalArgumentException("an idempotency key of less than 128 bits");
        }
        if (sha256OfCanonicalBody.length != DIGEST_LENGTH) {
            throw new IllegalArgumentException("no SHA-256 digest");
        }
        byte[] input = ByteBuffer.allocate(idempotencyKey.length + DIGEST_LENGTH)
                .put(idempotencyKey)
                .put(sha256OfCanonicalBody)
                .array();
        return Receipt.ofRandom(Derivation.derive(key, "receipt", input, Receipt.RANDOM_LENGTH));
    }

    /** What is stored of a receipt: 32 bytes. */
    public byte[] hash(Receipt receipt) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(hashKey);
            return mac.doFinal(receipt.bytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * 32 bytes of a receipt for a use of their own, the same each time. They tell neither the receipt nor those for another
     * use, and nobody else can make them from a receipt alone.
     *
     * @param use not "receipt" and not "hash"
     */
    public byte[] derive(Receipt receipt, String use) {
        return Derivation.derive(key, use, receipt.bytes(), DIGEST_LENGTH);
    }
}
