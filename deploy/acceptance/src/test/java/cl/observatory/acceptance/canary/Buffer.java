package cl.observatory.acceptance.canary;

import java.util.Arrays;

/** Bytes that become more. */
final class Buffer {

    private byte[] bytes;
    private int length;

    Buffer(int expected) {
        this.bytes = new byte[Math.max(expected, 16)];
    }

    void add(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = (byte) value;
    }

    void add(byte[] data, int from, int to) {
        if (bytes.length - length < to - from) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + to - from));
        }
        System.arraycopy(data, from, bytes, length, to - from);
        length += to - from;
    }

    /** Adds again what stands so far back; more than that when it repeats itself. */
    void repeat(int back, int count) {
        for (int i = 0; i < count; i++) {
            add(bytes[length - back]);
        }
    }

    int length() {
        return length;
    }

    void shortenTo(int shorter) {
        length = shorter;
    }

    /** Hands over what came together, and is empty again. */
    void giveTo(Unwrapped inside) {
        if (length > 0) {
            inside.accept(bytes, length);
            length = 0;
        }
    }
}
