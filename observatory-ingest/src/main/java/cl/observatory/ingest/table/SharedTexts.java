package cl.observatory.ingest.table;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;

/**
 * The texts that the cells of a workbook refer to by number. They are kept on disk and mapped, so that the heap does not
 * grow with them; what is read often stays in the page cache of the system.
 */
final class SharedTexts implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final ValueLayout.OfLong OFFSET = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    private final Expansion expansion;
    private SpooledFile texts;
    private SpooledFile ends;
    private DataOutputStream textsOut;
    private DataOutputStream endsOut;
    private MemorySegment mappedTexts;
    private MemorySegment mappedEnds;
    private long written;
    private long count;

    /**
     * @param expansion counts what it takes to keep a text, and each text when it is given out, as if it stood in the cell
     */
    SharedTexts(Expansion expansion) {
        this.expansion = expansion;
    }

    /** To be called before the first text. */
    void begin() throws IOException {
        texts = new SpooledFile();
        ends = new SpooledFile();
        textsOut = new DataOutputStream(new BufferedOutputStream(texts.output(), BUFFER));
        endsOut = new DataOutputStream(new BufferedOutputStream(ends.output(), BUFFER));
    }

    void add(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        textsOut.write(bytes);
        written += bytes.length;
        endsOut.writeLong(written);
        expansion.add(Long.BYTES);
        count++;
    }

    /** No text is added after this, and none is read before. */
    void finish() throws IOException {
        textsOut.flush();
        endsOut.flush();
        mappedTexts = texts.channel().map(MapMode.READ_ONLY, 0, written, arena);
        mappedEnds = ends.channel().map(MapMode.READ_ONLY, 0, count * Long.BYTES, arena);
    }

    long count() {
        return count;
    }

    /**
     * @param number from 0, below {@link #count}
     */
    String get(long number) {
        long start = number == 0 ? 0 : mappedEnds.get(OFFSET, (number - 1) * Long.BYTES);
        int length = (int) (mappedEnds.get(OFFSET, number * Long.BYTES) - start);
        expansion.add(length);
        byte[] bytes = new byte[length];
        MemorySegment.copy(mappedTexts, ValueLayout.JAVA_BYTE, start, bytes, 0, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        arena.close();
        if (texts != null) {
            texts.close();
        }
        if (ends != null) {
            ends.close();
        }
    }
}
