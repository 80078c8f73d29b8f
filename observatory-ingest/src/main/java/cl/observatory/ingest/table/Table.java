package cl.observatory.ingest.table;

import java.io.IOException;
import java.nio.charset.Charset;

/** A file as rows of text, whatever its format: a cursor that stands on one row. Memory does not grow with the file. */
public interface Table extends AutoCloseable {

    /**
     * Moves to the next row; the header is a row like any other.
     *
     * @return false at the end of the file
     * @throws UnreadableFileException when the rest of the file cannot be read in its format
     * @throws IOException when the file breaks off, or is damaged where it is packed
     */
    boolean next() throws IOException;

    /** The cells of the row; the same array may serve for the next row, and may be longer than there are cells. */
    String[] cells();

    /** How many cells the row has. */
    int count();

    /** Where the row is, from 1: the line where it begins in a text, the number of a row in a sheet or of a record. */
    long line();

    /**
     * Whether the file itself says that a cell is a number. Its text is then a plain decimal number with a point,
     * whatever separators a publisher uses in texts.
     */
    boolean isNumber(int column);

    /**
     * Fills a row that is short where its format leaves out empty cells at the end, as sheets do.
     *
     * @return whether the row then has just so many cells
     */
    boolean fit(int columns);

    /** The encoding that a text is read in, as far as it has been read; null when the format has its own. */
    Charset encoding();

    @Override
    void close() throws IOException;
}
