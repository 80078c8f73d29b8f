package cl.observatory.reports.witness;

import cl.observatory.reports.filing.FilingRoot;
import cl.observatory.reports.secret.SigningKeyFile;
import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.EdECPrivateKey;

/** The Ed25519 key with which roots are signed. */
final class RootSigner {

    private final Ed25519Sign.KeyPair pair;

    private RootSigner(Ed25519Sign.KeyPair pair) {
        this.pair = pair;
    }

    /**
     * @param file a private key in PKCS#8 PEM, such as OpenSSL writes it
     * @throws IllegalStateException when it is not, or is open to others
     */
    static RootSigner read(Path file) {
        byte[] seed = ((EdECPrivateKey) SigningKeyFile.read(file)).getBytes().orElseThrow();
        try {
            // the JDK reads private keys, and does not tell the public one that belongs to them
            return new RootSigner(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] publicKey() {
        return pair.getPublicKey();
    }

    FilingRoot sign(FilingRoot root) {
        try {
            return root.signed(new Ed25519Sign(pair.getPrivateKey()).sign(root.statement()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
