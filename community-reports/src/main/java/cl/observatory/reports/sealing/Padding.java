package cl.observatory.reports.sealing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Brings content to a fixed size, so that its length tells nothing: four bytes of length, content, zeros. */
public final class Padding {

    private Padding() {}

    /**
     * @throws IllegalArgumentException when there is more content than the size can hold
     */
    public static byte[] pad(byte[] content, int size) {
        if (content.length > size - Integer.BYTES) {
            throw new IllegalArgumentException("content of more than " + (size - Integer.BYTES) + " bytes");
        }
        return ByteBuffer.allocate(size).putInt(content.length).put(content).array();
    }

    /**
     * @throws IllegalArgumentException when it was not padded here
     */
    public static byte[] unpad(byte[] padded) {
        int length =
                padded.length < Integer.BYTES ? -1 : ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - Integer.BYTES) {
            throw new IllegalArgumentException("no padded content");
        }
        return Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
    }
}
