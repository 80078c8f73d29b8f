package cl.observatory.reports.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** HKDF with SHA-256 (RFC 5869): bytes for one use, which tell nothing of those for another. */
final class Derivation {

    private static final byte[] SALT = "observatory receipt v1".getBytes(StandardCharsets.US_ASCII);

    private Derivation() {}

    /**
     * @param use what the bytes are for; no use begins as another one does
     * @param input what else they come from
     */
    static byte[] derive(byte[] secret, String use, byte[] input, int length) {
        byte[] name = use.getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(name.length + 1 + input.length)
                .put(name)
                .put((byte) 0)
                .put(input)
                .array();
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addSalt(SALT)
                            .addIKM(secret)
                            .thenExpand(info, length));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
