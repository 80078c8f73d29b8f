package cl.observatory.reports.report;

import java.util.Arrays;

/** What is stored of a receipt. */
final class ReceiptHash {

    private final byte[] bytes;

    ReceiptHash(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReceiptHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
