package cl.observatory.ingest.table;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes at the beginning of a text that tell its encoding. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    static final int LONGEST = 3;

    private final Charset charset;

    ByteOrderMark(Charset charset) {
        this.charset = charset;
    }

    /** The mark at the position of a buffer, which stays where it is; null when there is none. */
    static ByteOrderMark at(ByteBuffer text) {
        for (ByteOrderMark mark : values()) {
            if (mark.begins(text)) {
                return mark;
            }
        }
        return null;
    }

    private boolean begins(ByteBuffer text) {
        byte[] mark = bytes();
        if (text.remaining() < mark.length) {
            return false;
        }
        byte[] first = new byte[mark.length];
        text.get(text.position(), first);
        return Arrays.equals(first, mark);
    }

    private byte[] bytes() {
        return "\ufeff".getBytes(charset);
    }

    Charset charset() {
        return charset;
    }

    int length() {
        return bytes().length;
    }

    /** Whether a text with this mark can be of the encoding that is stated for it. */
    boolean agreesWith(Charset stated) {
        return charset.equals(stated) || (this != UTF_8 && stated.equals(StandardCharsets.UTF_16));
    }
}
