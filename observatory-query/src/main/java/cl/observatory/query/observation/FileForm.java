package cl.observatory.query.observation;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How rows of a slice are written into a file. Made for one file. */
interface FileForm {

    MediaType mediaType();

    /** With which the name of the file ends. */
    String extension();

    /** What the bytes of the file follow from besides its rows: with something else here it has another tag. */
    String frame();

    /** Begins the file; nothing is written yet. */
    Content begin();

    /** A file as it is made, page by page: rows are gathered, series by series, then written in the order of the file. */
    interface Content {

        /** Begins the rows of a series of this page; series may come in any order. */
        SeriesRows series(String area, String dimensions);

        /** Forgets the rows of the page. */
        void clear();

        /** Writes what stands before all rows. */
        void writeBeginning(OutputStream target) throws IOException;

        /** Writes what stands behind all rows. */
        void writeEnd(OutputStream target) throws IOException;
    }

    /** The rows of a series, by period. */
    interface SeriesRows {

        /** Takes the row that a result of {@link RowOfCells#COLUMNS} stands at. */
        void add(ResultSet row) throws SQLException;

        /** No row comes after this. */
        void end();

        void writeTo(OutputStream target) throws IOException;
    }
}
