package cl.observatory.reports.receipt;

import cl.observatory.reports.sealing.Curve25519;
import cl.observatory.reports.sealing.Hpke;
import cl.observatory.reports.sealing.Padding;
import cl.observatory.reports.sealing.ReplyKey;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;

/**
 * The private key that a receipt gives, for as long as the receipt is in memory. It comes from the receipt alone: neither
 * the server's key nor its database helps to read what the reporter was told.
 */
public final class ReceiptSecret {

    private final ReplyKey replyKey;
    private final HybridDecrypt decryption;

    @AccessesPartialKey
    private ReceiptSecret(byte[] privateKey) throws GeneralSecurityException {
        byte[] publicKey = Curve25519.best().publicKey(privateKey);
        HpkePrivateKey key = HpkePrivateKey.create(
                Hpke.publicKey(publicKey), SecretBytes.copyFrom(privateKey, InsecureSecretKeyAccess.get()));
        this.replyKey = ReplyKey.of(publicKey);
        this.decryption = KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    }

    public static ReceiptSecret of(Receipt receipt) {
        try {
            return new ReceiptSecret(privateKey(receipt));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The public half alone, at half the cost: for whom there is nothing to open yet. */
    public static ReplyKey replyKeyOf(Receipt receipt) {
        try {
            return ReplyKey.of(Curve25519.best().publicKey(privateKey(receipt)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] privateKey(Receipt receipt) {
        return Derivation.derive(receipt.bytes(), "reply", new byte[0], Hpke.KEY_LENGTH);
    }

    /** The public half, which goes into the sealed report. */
    public ReplyKey replyKey() {
        return replyKey;
    }

    /**
     * Opens a message.
     *
     * @return empty when it was not sealed to this receipt for that row
     */
    public Optional<String> open(byte[] sealed, UUID messageId) {
        try {
            byte[] padded = decryption.decrypt(sealed, ReplyKey.context(messageId));
            return Optional.of(new String(Padding.unpad(padded), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }
}
