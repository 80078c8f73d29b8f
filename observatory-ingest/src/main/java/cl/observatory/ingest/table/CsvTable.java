package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;

/** The records of a delimited text. A record that is too long, or a quote that is never closed, is told as such. */
final class CsvTable implements Table {

    private static final int MAX_LINE = RowCells.MAX_CHARACTERS;

    /** Longer than any line, so that a line that is too long is told as such. */
    private static final int BUFFER = 4 * MAX_LINE;

    private final DecodedText text;
    private final Row row = new Row();
    private final CsvReader<Row> reader;
    private final Iterator<Row> rows;

    CsvTable(InputStream file, TableOptions options) throws IOException {
        text = new DecodedText(file, options.encoding(), MAX_LINE);
        reader = CsvReader.builder()
                .fieldSeparator(options.delimiter())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(BUFFER)
                .build(row, new EndMarkedReader(text));
        rows = reader.iterator();
    }

    @Override
    public boolean next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            Row next = rows.next();
            if (!next.endsWithMark()) {
                return true;
            }
            if (next.count > 1 || !next.cells[0].equals(EndMarkedReader.MARK) || rows.hasNext()) {
                // the mark went into a record that was never closed, or is the file's own
                throw new UnreadableFileException(ConflictType.NOT_CSV, row.line, null);
            }
            return false;
        } catch (CsvParseException failed) {
            throw failed.getCause() instanceof RuntimeException told && !(told instanceof CsvParseException)
                    ? told
                    : new UnreadableFileException(ConflictType.NOT_CSV, row.line, failed);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public String[] cells() {
        return row.cells;
    }

    @Override
    public int count() {
        return row.count;
    }

    @Override
    public long line() {
        return row.line;
    }

    @Override
    public boolean isNumber(int column) {
        return false;
    }

    @Override
    public boolean fit(int columns) {
        return row.count == columns;
    }

    @Override
    public Charset encoding() {
        return text.encoding();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** One record: as many cells as the file gives it. */
    private static final class Row extends CsvCallbackHandler<Row> {

        private String[] cells = new String[16];
        private int count;
        private int length;
        private long line;
        private boolean blank;

        private boolean endsWithMark() {
            return cells[count - 1].endsWith(EndMarkedReader.MARK);
        }

        @Override
        protected RecordType getRecordType() {
            return blank ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            count = 0;
            length = 0;
            blank = false;
        }

        @Override
        protected void addField(char[] buffer, int offset, int characters, boolean quoted) {
            length += characters;
            if (count == RowCells.MAX_COLUMNS) {
                throw new UnreadableFileException(
                        ConflictType.TOO_MANY_COLUMNS, line, null, Integer.toString(count), null);
            }
            if (length > RowCells.MAX_CHARACTERS) {
                throw new UnreadableFileException(ConflictType.LINE_TOO_LONG, line, null);
            }
            if (count == cells.length) {
                cells = Arrays.copyOf(cells, 2 * count);
            }
            cells[count++] = new String(buffer, offset, characters);
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are not enabled");
        }

        @Override
        protected void setEmpty() {
            blank = true;
        }

        @Override
        protected Row buildRecord() {
            return this;
        }
    }
}
