package cl.observatory.query.observation;

import cl.observatory.query.file.FileText;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The text of a file: that of a page lies in memory, each series in one piece, wherever that is in the text. */
final class TextContent implements FileForm.Content {

    private final TextForm form;
    private final FileText text = new FileText();

    /** Whether the next byte is that before the first row, which is not written. */
    private boolean isAtStart;

    TextContent(TextForm form) {
        this.form = form;
        this.isAtStart = form.isSeparated();
    }

    @Override
    public FileForm.SeriesRows series(String area, String dimensions) {
        return new Piece(form.rowsOf(area, dimensions));
    }

    @Override
    public void clear() {
        text.clear();
    }

    @Override
    public void writeBeginning(OutputStream target) throws IOException {
        target.write(FileText.bytes(form.beginning()));
    }

    @Override
    public void writeEnd(OutputStream target) throws IOException {
        form.writeEnd(target);
    }

    private final class Piece implements FileForm.SeriesRows {

        private final TextForm.OfSeries rows;
        private final int from = text.length();
        private int to;

        Piece(TextForm.OfSeries rows) {
            this.rows = rows;
            rows.begin(text);
        }

        @Override
        public void add(ResultSet row) throws SQLException {
            rows.add(text, row);
        }

        @Override
        public void end() {
            rows.end(text);
            to = text.length();
        }

        @Override
        public void writeTo(OutputStream target) throws IOException {
            text.writeTo(target, isAtStart ? from + 1 : from, to);
            isAtStart = false;
        }
    }
}
