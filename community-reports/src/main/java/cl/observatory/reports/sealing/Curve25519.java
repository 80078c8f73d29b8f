package cl.observatory.reports.sealing;

import com.google.crypto.tink.subtle.X25519;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KeyAgreement;
import org.conscrypt.Conscrypt;

/**
 * Multiplication on the curve of RFC 7748, which is most of the work of sealing: by BoringSSL where its library loads, and
 * by Tink's own Java, which takes several times as long, where there is none for the machine. Both give the same bytes.
 */
public final class Curve25519 {

    /** Where a key's 32 bytes follow in PKCS #8 and in X.509 (RFC 8410). */
    private static final byte[] PRIVATE = HexFormat.of().parseHex("302e020100300506032b656e04220420");

    private static final byte[] PUBLIC = HexFormat.of().parseHex("302a300506032b656e032100");

    private static final int BASE_POINT = 9;

    private static final System.Logger LOG = System.getLogger(Curve25519.class.getName());

    private static final Curve25519 BEST = new Curve25519(library());

    private final Optional<Provider> library;

    Curve25519(Optional<Provider> library) {
        this.library = library;
    }

    /** The faster one that there is here. */
    public static Curve25519 best() {
        return BEST;
    }

    /** Last of all providers, so that it is asked only by those who name it, as Tink does. */
    private static Optional<Provider> library() {
        if (!Conscrypt.isAvailable()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "no library for the curve loads on this machine: sealing is done in Java");
            return Optional.empty();
        }
        Provider provider = Conscrypt.newProvider();
        Security.addProvider(provider);
        return Optional.of(provider);
    }

    /** The public half of a key, 32 bytes of each. */
    public byte[] publicKey(byte[] privateKey) throws GeneralSecurityException {
        return library.isPresent() ? multiplied(library.get(), privateKey) : X25519.publicFromPrivate(privateKey);
    }

    private static byte[] multiplied(Provider provider, byte[] privateKey) throws GeneralSecurityException {
        byte[] encoded = behind(PRIVATE, privateKey);
        try {
            KeyFactory keys = KeyFactory.getInstance("XDH", provider);
            PublicKey basePoint = keys.generatePublic(
                    new X509EncodedKeySpec(behind(PUBLIC, Arrays.copyOf(new byte[] {BASE_POINT}, Hpke.KEY_LENGTH))));
            KeyAgreement multiplication = KeyAgreement.getInstance("XDH", provider);
            multiplication.init(keys.generatePrivate(new PKCS8EncodedKeySpec(encoded)));
            multiplication.doPhase(basePoint, true);
            return multiplication.generateSecret();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    private static byte[] behind(byte[] prefix, byte[] key) {
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, encoded, prefix.length, key.length);
        return encoded;
    }
}
