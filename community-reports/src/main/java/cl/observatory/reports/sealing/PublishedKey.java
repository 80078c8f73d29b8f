package cl.observatory.reports.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The public key of an epoch, with the signature of whoever keeps the private one. */
public final class PublishedKey {

    private static final byte[] CONTEXT = "observatory epoch key v1\0".getBytes(StandardCharsets.US_ASCII);

    private final Epoch epoch;
    private final byte[] keyset;
    private final byte[] signature;

    /**
     * @param keyset in Tink's binary form
     */
    public PublishedKey(Epoch epoch, byte[] keyset, byte[] signature) {
        this.epoch = epoch;
        this.keyset = keyset.clone();
        this.signature = signature.clone();
    }

    /** What is signed: the epoch too, so that no key can be passed off as another week's. */
    public static byte[] signed(Epoch epoch, byte[] keyset) {
        return ByteBuffer.allocate(CONTEXT.length + Integer.BYTES + keyset.length)
                .put(CONTEXT)
                .putInt(epoch.number())
                .put(keyset)
                .array();
    }

    public Epoch epoch() {
        return epoch;
    }

    public byte[] keyset() {
        return keyset.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }
}
