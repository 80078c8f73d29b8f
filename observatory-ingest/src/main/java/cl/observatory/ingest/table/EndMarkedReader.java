package cl.observatory.ingest.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text with a line of its own behind its end. Whoever reads records and finds that line at the end of another one
 * knows that a quote was never closed.
 */
final class EndMarkedReader extends FilterReader {

    /** The only cell of the last line. */
    static final String MARK = "\uffff end of file \uffff";

    private static final String LINE = "\n" + MARK;

    /** How much of the line was given out; -1 as long as there is text before it. */
    private int marked = -1;

    EndMarkedReader(Reader text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (marked < 0) {
            int count = in.read(buffer, offset, length);
            if (count >= 0) {
                return count;
            }
            marked = 0;
        }
        int count = Math.min(length, LINE.length() - marked);
        if (count == 0) {
            return -1;
        }
        LINE.getChars(marked, marked + count, buffer, offset);
        marked += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }
}
