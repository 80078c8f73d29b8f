package cl.observatory.query.observation;

import cl.observatory.query.file.FileText;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A form whose files are texts. */
interface TextForm extends FileForm {

    /** What stands before all rows. */
    String beginning();

    /**
     * @param dimensions codes in the data set's order, joined by '|'
     */
    OfSeries rowsOf(String area, String dimensions);

    /** Whether what is written of every series begins with a byte that the first one must not have. */
    default boolean isSeparated() {
        return false;
    }

    /** Writes what stands behind all rows. */
    default void writeEnd(OutputStream target) throws IOException {}

    @Override
    default String frame() {
        return beginning();
    }

    @Override
    default Content begin() {
        return new TextContent(this);
    }

    /** Writes the rows of a series, one by one. */
    @FunctionalInterface
    interface OfSeries {

        /** Adds what stands before the rows. */
        default void begin(FileText text) {}

        /** Adds the row that a result of {@link RowOfCells#COLUMNS} stands at. */
        void add(FileText text, ResultSet row) throws SQLException;

        /** Adds what stands behind the rows. */
        default void end(FileText text) {}
    }
}
