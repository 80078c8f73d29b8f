package cl.observatory.reports.secret;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key of Ed25519 in PKCS#8 PEM, such as OpenSSL writes it, which others cannot read. */
public final class SigningKeyFile {

    private static final String ARMOUR = "-----(BEGIN|END) PRIVATE KEY-----";

    private SigningKeyFile() {}

    /**
     * @throws IllegalStateException when the file holds anything else, or is open to others; it is not repeated
     */
    public static PrivateKey read(Path file) {
        String pem = SecretFile.text(file);
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll(ARMOUR, ""));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // the cause might repeat bytes of the key
            throw new IllegalStateException("the signing key " + file + " is not an Ed25519 key in PKCS#8 PEM");
        }
    }
}
