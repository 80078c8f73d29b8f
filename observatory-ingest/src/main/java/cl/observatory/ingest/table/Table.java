package cl.observatory.ingest.table;

import java.io.IOException;

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

    @Override
    void close() throws IOException;
}
