package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Epoch;
import cl.observatory.reports.sealing.PublishedKey;
import cl.observatory.reports.secret.SecretFile;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key with which public keys are signed. */
final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String ARMOUR = "-----(BEGIN|END) PRIVATE KEY-----";

    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /**
     * @param file a private key in PKCS#8 PEM, such as OpenSSL writes it
     * @throws IllegalStateException when it is not, or is open to others
     */
    static SigningKey read(Path file) {
        String pem = SecretFile.text(file);
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll(ARMOUR, ""));
            return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // the cause might repeat bytes of the key
            throw new IllegalStateException("the signing key " + file + " is not an Ed25519 key in PKCS#8 PEM");
        }
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
