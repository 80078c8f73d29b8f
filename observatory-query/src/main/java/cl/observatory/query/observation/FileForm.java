package cl.observatory.query.observation;

import cl.observatory.query.file.FileText;
import jakarta.ws.rs.core.MediaType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** How rows of a slice are written into a file. */
interface FileForm {

    MediaType mediaType();

    /** With which the name of the file ends. */
    String extension();

    /** One after the other, each with all rows. */
    List<Part> parts();

    /** What stands behind them. */
    default String end() {
        return "";
    }

    /**
     * A part of a file.
     *
     * @param beginning what stands before its rows
     * @param isSeparated whether every row begins with a byte that the first one must not have
     * @param isOfMarked whether only rows with another status than {@code A} are written
     */
    record Part(String beginning, Rows rows, boolean isSeparated, boolean isOfMarked) {

        /** A whole file. */
        static List<Part> only(String beginning, Rows rows) {
            return List.of(new Part(beginning, rows, false, false));
        }
    }

    /** Writes rows, those of a series by the same. */
    @FunctionalInterface
    interface Rows {

        /**
         * @param dimensions codes in the data set's order, joined by '|'
         */
        OfSeries of(String area, String dimensions);
    }

    /** Writes the rows of a series, one by one. */
    @FunctionalInterface
    interface OfSeries {

        /** Adds the row that a result of {@link RowOfCells#COLUMNS} stands at. */
        void add(FileText text, ResultSet row) throws SQLException;
    }
}
