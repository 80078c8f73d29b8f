package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.PublishedKey;
import cl.observatory.reports.secret.SigningKeyFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** The Ed25519 key with which public keys are signed. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param file a private key in PKCS#8 PEM, such as OpenSSL writes it
     * @throws IllegalStateException when it is not, or is open to others
     */
    static SigningKey read(Path file) {
        return new SigningKey(SigningKeyFile.read(file));
    }

    PublishedKey sign(Epoch epoch, byte[] publicKeyset) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(PublishedKey.signed(epoch, publicKeyset));
            return new PublishedKey(epoch, publicKeyset, signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
