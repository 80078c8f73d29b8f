package cl.observatory.reports.sealing;

/** What was sealed, and to the key of which epoch. */
public final class Sealed {

    private final int epoch;
    private final byte[] bytes;

    Sealed(int epoch, byte[] bytes) {
        this.epoch = epoch;
        this.bytes = bytes.clone();
    }

    public int epoch() {
        return epoch;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
