package cl.observatory.reports.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key by which it is told which public keys are the observatory's. */
final class VerificationKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String ARMOUR = "-----(BEGIN|END) PUBLIC KEY-----";

    private final PublicKey key;

    private VerificationKey(PublicKey key) {
        this.key = key;
    }

    /**
     * @param file a public key in PEM, such as OpenSSL writes it
     * @throws IllegalStateException when it is not
     */
    static VerificationKey read(Path file) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(Files.readString(file).replaceAll(ARMOUR, ""));
            return new VerificationKey(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the verification key " + file + " cannot be read", unreadable);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    "the verification key " + file + " is not an Ed25519 public key in PEM", unusable);
        }
    }

    boolean verifies(PublishedKey published) {
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(PublishedKey.signed(published.epoch(), published.keyset()));
            return verification.verify(published.signature());
        } catch (GeneralSecurityException malformed) {
            // bytes that are no signature at all
            return false;
        }
    }
}
