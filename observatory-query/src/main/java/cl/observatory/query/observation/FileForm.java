package cl.observatory.query.observation;

import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How rows of a slice are written into a file. */
interface FileForm {

    MediaType mediaType();

    /** With which the name of the file ends. */
    String extension();

    /** What stands before all rows. */
    byte[] beginning();

    /**
     * Those of one series.
     *
     * @param dimensions codes in the data set's order, joined by '|'
     */
    SeriesRows rowsOf(String area, String dimensions);

    /** What stands behind all rows. */
    default byte[] end() {
        return new byte[0];
    }

    /** Writes the rows of a series, one by one. */
    @FunctionalInterface
    interface SeriesRows {

        /** Adds the row that a result of {@link RowOfCells#COLUMNS} stands at. */
        void add(FileText text, ResultSet row) throws SQLException;
    }
}
