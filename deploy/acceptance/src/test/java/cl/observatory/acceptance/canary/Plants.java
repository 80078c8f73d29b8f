package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;

/** Bytes in which a word of sixteen letters is hidden, each in one way, between others that mean nothing. */
final class Plants {

    private static final int PAGE = 8192;
    private static final int PIECE = 1996;

    private Plants() {}

    /** Something to pack: the word comes after its parts, so that no packer leaves it whole. */
    static byte[] content(String word) {
        String parts = word.substring(0, 10) + " and " + word.substring(6) + " and ";
        return (parts.repeat(20) + "then " + word + " at last").getBytes(UTF_8);
    }

    static byte[] among(byte[] plant) {
        byte[] around = new byte[101];
        new Random(plant.length).nextBytes(around);
        return joined(around, plant, around);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        return packed(content, GZIPOutputStream::new);
    }

    static byte[] zip(byte[] content) {
        return packed(content, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.putNextEntry(new ZipEntry("a file"));
            return zip;
        });
    }

    static byte[] zstd(byte[] content) {
        return Zstd.compress(content);
    }

    @FunctionalInterface
    private interface Packer {

        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.around(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * @param before so many bytes stand before it in what is encoded
     */
    static byte[] base64(Base64.Encoder encoder, int before, byte[] content) {
        return encoder.encode(joined(new byte[before], content));
    }

    static byte[] hex(HexFormat format, byte[] content) {
        return format.formatHex(content).getBytes(UTF_8);
    }

    static byte[] percent(byte[] content) {
        StringBuilder text = new StringBuilder("?q=");
        for (byte each : content) {
            text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return text.toString().getBytes(UTF_8);
    }

    static byte[] jsonEscapes(String text) {
        StringBuilder escaped = new StringBuilder("{\"text\":\"");
        text.chars()
                .forEach(
                        character -> escaped.append("\\u").append(HexFormat.of().toHexDigits((char) character)));
        return escaped.append("\"}").toString().getBytes(UTF_8);
    }

    /** A text that holds JSON, in JSON. */
    static byte[] jsonInJson(byte[] json) {
        return ("{\"body\":\"" + new String(json, UTF_8).replace("\\", "\\\\").replace("\"", "\\\"") + "\"}")
                .getBytes(UTF_8);
    }

    static byte[] littleEndian(String word) {
        return word.getBytes(UTF_16LE);
    }

    static byte[] bigEndian(String word) {
        return word.getBytes(UTF_16BE);
    }

    static byte[] kafka(Compression compression, byte[] value) {
        ByteBuffer batch = MemoryRecords.withRecords(compression, new SimpleRecord("key".getBytes(UTF_8), value))
                .buffer();
        byte[] bytes = new byte[batch.remaining()];
        batch.get(bytes);
        return bytes;
    }

    /** A compressed value within a row. */
    static byte[] compressedValue(String word) {
        byte[] stream = compressed(word.getBytes(UTF_8));
        return joined(number((4 + stream.length) << 2 | 2), stream);
    }

    /** A compressed value in two pieces, the second first as in a page, and the word on the border between them. */
    static byte[] compressedPieces(String word) {
        byte[] before = new byte[1762];
        new Random(1).nextBytes(before);
        return pieces(compressed(joined(before, word.getBytes(UTF_8))));
    }

    /** A value in two pieces as it is, the word on the border between them. */
    static byte[] plainPieces(String word) {
        byte[] before = new byte[PIECE - word.length() / 2];
        new Random(2).nextBytes(before);
        return pieces(joined(before, word.getBytes(UTF_8)));
    }

    private static byte[] pieces(byte[] value) {
        byte[] first = Arrays.copyOf(value, PIECE);
        byte[] second = Arrays.copyOfRange(value, PIECE, value.length);
        byte[] header = new byte[24];
        return joined(header, piece(1, second), header, piece(0, first));
    }

    private static byte[] piece(int number, byte[] content) {
        return joined(number(16_447), number(number), number((4 + content.length) << 2), content);
    }

    /** The length before compression, every byte as it is, and then long copies of the last sixteen. */
    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int at = 0; at < content.length; at += 8) {
            stream.write(0);
            stream.write(content, at, Math.min(8, content.length - at));
        }
        // every control byte tells of eight items
        int missing = (8 - content.length % 8) % 8;
        stream.writeBytes("........".substring(0, missing).getBytes(UTF_8));
        int rawLength = content.length + missing;
        for (int copies = 0; copies < 4; copies++) {
            stream.write(0xFF);
            for (int copy = 0; copy < 8; copy++) {
                stream.writeBytes(new byte[] {0x0F, 16, (byte) 255});
                rawLength += 18 + 255;
            }
        }
        return joined(number(rawLength), stream.toByteArray());
    }

    /** Two pages of the write-ahead log, and the word on the border between them. */
    static byte[] log(String word) {
        byte[] content = new byte[2 * PAGE - 40 - 24];
        System.arraycopy(word.getBytes(UTF_8), 0, content, PAGE - 40 - word.length() / 2, word.length());
        byte[] first = header(40, 2);
        byte[] second = header(24, 0);
        return joined(
                first,
                Arrays.copyOf(content, PAGE - first.length),
                second,
                Arrays.copyOfRange(content, PAGE - first.length, content.length));
    }

    private static byte[] header(int size, int info) {
        byte[] header = new byte[size];
        header[0] = 0x18;
        header[1] = (byte) 0xD1;
        header[2] = (byte) info;
        return header;
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }
}
