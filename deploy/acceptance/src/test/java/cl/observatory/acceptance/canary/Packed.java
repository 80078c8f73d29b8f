package cl.observatory.acceptance.canary;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/** Streams of common compressors, wherever one begins; what was cut off is unpacked as far as it goes. */
final class Packed {

    /** Of one stream: more would be a trap, or an error of ours. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private static final int ZIP_HEADER = 30;
    private static final int ZIP_METHOD = 8;
    private static final int ZIP_NAME_LENGTH = 26;
    private static final int ZIP_EXTRA_LENGTH = 28;
    private static final int DEFLATED = 8;

    private Packed() {}

    @FunctionalInterface
    private interface Stream {

        InputStream open(InputStream packed) throws IOException;
    }

    static void gzip(byte[] data, int length, Unwrapped inside) {
        for (int at = 0; at + 3 < length; at++) {
            if (data[at] == 0x1F && data[at + 1] == (byte) 0x8B && data[at + 2] == 8) {
                unpack(data, at, length, GZIPInputStream::new, inside);
            }
        }
    }

    static void zstd(byte[] data, int length, Unwrapped inside) {
        for (int at = 0; at + 4 < length; at++) {
            if (data[at] == 0x28
                    && data[at + 1] == (byte) 0xB5
                    && data[at + 2] == 0x2F
                    && data[at + 3] == (byte) 0xFD) {
                unpack(data, at, length, ZstdInputStream::new, inside);
            }
        }
    }

    private static void unpack(byte[] data, int from, int length, Stream kind, Unwrapped inside) {
        Buffer unpacked = new Buffer(1024);
        byte[] piece = new byte[8192];
        try (InputStream stream = kind.open(new ByteArrayInputStream(data, from, length - from))) {
            int read = stream.read(piece);
            while (read >= 0 && unpacked.length() < LONGEST) {
                unpacked.add(piece, 0, read);
                read = stream.read(piece);
            }
        } catch (IOException endsHere) {
            // what follows the stream is something else, or the stream was cut off
        }
        unpacked.giveTo(inside);
    }

    static void zip(byte[] data, int length, Unwrapped inside) {
        for (int at = 0; at + ZIP_HEADER < length; at++) {
            if (data[at] == 'P'
                    && data[at + 1] == 'K'
                    && data[at + 2] == 3
                    && data[at + 3] == 4
                    && data[at + ZIP_METHOD] == DEFLATED) {
                int content =
                        at + ZIP_HEADER + twoBytes(data, at + ZIP_NAME_LENGTH) + twoBytes(data, at + ZIP_EXTRA_LENGTH);
                if (content < length) {
                    inflate(data, content, length, inside);
                }
            }
        }
    }

    private static void inflate(byte[] data, int from, int length, Unwrapped inside) {
        Buffer unpacked = new Buffer(1024);
        byte[] piece = new byte[8192];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data, from, length - from);
            int read = inflater.inflate(piece);
            while (read > 0 && unpacked.length() < LONGEST) {
                unpacked.add(piece, 0, read);
                read = inflater.inflate(piece);
            }
        } catch (DataFormatException endsHere) {
            // it was no stream, or it was cut off
        } finally {
            inflater.end();
        }
        unpacked.giveTo(inside);
    }

    private static int twoBytes(byte[] data, int at) {
        return (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8;
    }
}
