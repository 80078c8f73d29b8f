package cl.observatory.reports.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;

/** The one suite of RFC 9180 in which everything here is sealed: X25519, HKDF-SHA256, AES-256-GCM. */
public final class Hpke {

    /** Length of keys of X25519, in bytes. */
    public static final int KEY_LENGTH = 32;

    /** What sealing adds: the sender's key and the authentication tag, in bytes. */
    static final int OVERHEAD = KEY_LENGTH + 16;

    private static final HpkeParameters PARAMETERS;

    static {
        try {
            // Tink looks for a faster curve when it makes what seals
            var _ = Curve25519.best();
            HybridConfig.register();
            PARAMETERS = HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Hpke() {}

    /** The suite. */
    public static HpkeParameters parameters() {
        return PARAMETERS;
    }

    /** A public key from its 32 bytes. */
    @AccessesPartialKey
    public static HpkePublicKey publicKey(byte[] raw) throws GeneralSecurityException {
        return HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(raw), null);
    }

    /** What seals to a public key set of Tink's binary form. */
    static HybridEncrypt encryption(byte[] publicKeyset) throws GeneralSecurityException {
        return encryption(TinkProtoKeysetFormat.parseKeysetWithoutSecret(publicKeyset));
    }

    static HybridEncrypt encryption(HpkePublicKey key) throws GeneralSecurityException {
        return encryption(KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build());
    }

    private static HybridEncrypt encryption(KeysetHandle keyset) throws GeneralSecurityException {
        if (!keyset.getPrimary().getKey().getParameters().equals(PARAMETERS)) {
            throw new GeneralSecurityException("a key of another suite");
        }
        return keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
    }
}
