package cl.observatory.reports.moderation;

/** Sealed bytes as the database has them, and of which epoch their key is. */
final class SealedContent {

    private final int epoch;
    private final byte[] bytes;

    SealedContent(int epoch, byte[] bytes) {
        this.epoch = epoch;
        this.bytes = bytes.clone();
    }

    int epoch() {
        return epoch;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
