package cl.observatory.reports.sealing;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What sealed bytes are. */
public enum Purpose {
    REPORT(16 << 10),
    ADDITION(16 << 10),
    /** What a month adds up to until it is closed. */
    TALLY(64 << 10);

    private final int size;

    Purpose(int size) {
        this.size = size;
    }

    /** Size to which content is padded, in bytes. */
    public int size() {
        return size;
    }

    /** Size of the sealed bytes, whatever is in them. */
    public int sealedSize() {
        return size + Hpke.OVERHEAD;
    }

    /** What sealed bytes are bound to: as another thing, in another row or of another week they do not open. */
    public byte[] context(UUID id, int epoch) {
        return ("observatory report v1 " + name() + " " + id + " " + epoch).getBytes(StandardCharsets.US_ASCII);
    }
}
