package cl.observatory.reports.custody;

import cl.observatory.reports.sealing.Hpke;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import java.security.GeneralSecurityException;

/** The private key of an epoch. */
final class EpochSecret {

    private final KeysetHandle keyset;

    private EpochSecret(KeysetHandle keyset) {
        this.keyset = keyset;
    }

    static EpochSecret generate() {
        try {
            return new EpochSecret(KeysetHandle.generateNew(Hpke.parameters()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @throws KeyStoreException when the bytes are no key
     */
    static EpochSecret of(byte[] bytes) {
        // Asked for first, since the library reads a key as one of no suite until the suite is registered.
        HpkeParameters suite = Hpke.parameters();
        try {
            KeysetHandle keyset = TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get());
            if (!keyset.getPrimary().getKey().getParameters().equals(suite)) {
                throw new KeyStoreException("a private key of another suite");
            }
            return new EpochSecret(keyset);
        } catch (GeneralSecurityException malformed) {
            // the cause might repeat bytes of the key
            throw new KeyStoreException("what is kept is no private key");
        }
    }

    /** What is kept. */
    byte[] bytes() {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is published. */
    byte[] publicKeyset() {
        try {
            return TinkProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return keyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(sealed, context);
    }

    @Override
    public String toString() {
        return "EpochSecret";
    }
}
