package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file, in the encoding that is stated or else detected while it is read: what a byte order mark says, or
 * UTF-8, or windows-1252 when the first byte beyond ASCII does not begin a character of UTF-8. Nothing is replaced or
 * guessed: a text that could be of either encoding here and of the other one there is refused.
 */
final class DecodedText extends Reader {

    private static final int BUFFER = 1 << 15;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final InputStream content;
    private final int maxLine;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER).limit(0);
    private final Utf8Sequence sequence = new Utf8Sequence();
    private CharsetDecoder decoder;
    private boolean detecting;
    private boolean beyondAscii;
    private boolean ended;
    private boolean afterReturn;
    private long line = 1;
    private int column;

    /**
     * @param stated encoding; null when it is to be detected
     * @param maxLine how many characters a line may have
     */
    DecodedText(InputStream content, Charset stated, int maxLine) throws IOException {
        this.content = content;
        this.maxLine = maxLine;
        bytes.limit(0);
        while (bytes.remaining() < ByteOrderMark.LONGEST && !ended) {
            fill();
        }
        ByteOrderMark mark = ByteOrderMark.at(bytes);
        if (mark != null) {
            if (stated != null && !mark.agreesWith(stated)) {
                throw new UnreadableFileException(
                        ConflictType.ENCODING_DIFFERS, 0, null, mark.charset().name(), null);
            }
            bytes.position(bytes.position() + mark.length());
        }
        Charset first = mark != null ? mark.charset() : stated != null ? stated : StandardCharsets.UTF_8;
        detecting = mark == null && stated == null;
        decodeAs(first);
    }

    private void decodeAs(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** The encoding as far as the text was read: plain ASCII is UTF-8 too. */
    Charset encoding() {
        return decoder.charset();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!characters.hasRemaining() && !decode()) {
            return -1;
        }
        int count = Math.min(length, characters.remaining());
        characters.get(buffer, offset, count);
        return count;
    }

    /**
     * @return whether there is any text left
     */
    private boolean decode() throws IOException {
        characters.clear();
        boolean more = true;
        while (more && characters.position() == 0) {
            int start = bytes.position();
            CoderResult result = decoder.decode(bytes, characters, ended);
            check(characters.array(), characters.position());
            checkSequences(start);
            if (result.isError()) {
                recover(result);
            } else if (result.isUnderflow() && ended) {
                more = false;
            } else if (result.isUnderflow()) {
                fill();
            }
        }
        characters.flip();
        return characters.hasRemaining();
    }

    /** Bytes that are no text of the encoding. */
    private void recover(CoderResult result) {
        // the beginning of a character of UTF-8 at the end of the file may be its cut end as well as a letter
        boolean cut =
                ended && bytes.remaining() == result.length() && Utf8Sequence.isFirst(bytes.get(bytes.position()));
        if (!detecting || decoder.charset().equals(WINDOWS_1252) || cut) {
            throw refused(ConflictType.NOT_TEXT);
        }
        if (beyondAscii) {
            throw refused(ConflictType.MIXED_ENCODINGS);
        }
        decodeAs(WINDOWS_1252);
    }

    /** What is read as windows-1252 because it was no UTF-8 must not be UTF-8 further on. */
    private void checkSequences(int start) {
        if (detecting && decoder.charset().equals(WINDOWS_1252)) {
            for (int i = start; i < bytes.position(); i++) {
                if (sequence.endsWith(bytes.get(i))) {
                    throw refused(ConflictType.MIXED_ENCODINGS);
                }
            }
        }
    }

    private void check(char[] buffer, int end) {
        for (int i = 0; i < end; i++) {
            char character = buffer[i];
            if (character == '\n' || character == '\r') {
                line += character == '\n' && afterReturn ? 0 : 1;
                column = 0;
            } else if (++column > maxLine) {
                throw refused(ConflictType.LINE_TOO_LONG);
            } else if (character == 0) {
                throw refused(ConflictType.NUL_BYTE);
            } else if (character > 0x7f) {
                beyondAscii = true;
            }
            afterReturn = character == '\r';
        }
    }

    private UnreadableFileException refused(ConflictType conflict) {
        return new UnreadableFileException(conflict, line, null);
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = content.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        bytes.position(bytes.position() + Math.max(count, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
