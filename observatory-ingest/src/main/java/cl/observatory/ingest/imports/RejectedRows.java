package cl.observatory.ingest.imports;

import cl.observatory.ingest.conflict.Conflicts;
import cl.observatory.ingest.profile.Header;
import cl.observatory.ingest.profile.ImportProfile;
import cl.observatory.ingest.reading.FileColumns;
import cl.observatory.ingest.reading.ShapedRows;
import cl.observatory.ingest.table.SpreadsheetText;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows that were not taken, in the shape in which they came, with their reasons in columns of their own: to be corrected
 * and sent again with the same profile, which does not read those columns. The header is on the line where the profile
 * looks for it. Nothing is written when no row is refused.
 */
final class RejectedRows implements AutoCloseable {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("es"), Locale.ENGLISH);

    private final OutputStream target;
    private final ImportProfile profile;
    private final List<Conflicts.Group> reasons = new ArrayList<>();
    private List<String> row = List.of();
    private long line;
    private Writer text;
    private CsvWriter csv;

    /** Of the file, by the encoding of the one that the rows came in. */
    static String mediaType(String encoding) {
        return "text/csv;charset=" + (encoding == null ? "UTF-8" : encoding);
    }

    /**
     * @param target is closed with this
     */
    RejectedRows(OutputStream target, ImportProfile profile) {
        this.target = target;
        this.profile = profile;
    }

    /**
     * Adds the row that the file stands on, or another reason to it: a row of a wide table is written once.
     *
     * @param charset that the file is read in; null when its format is no text
     */
    void add(ShapedRows rows, Charset charset, List<Conflicts.Group> why) throws IOException {
        if (rows.line() != line) {
            flush();
            begin(rows, charset == null ? StandardCharsets.UTF_8 : charset);
            line = rows.line();
            row = asSent(rows);
        }
        reasons.addAll(why);
    }

    private void begin(ShapedRows rows, Charset charset) throws IOException {
        if (csv != null) {
            return;
        }
        // what a detected encoding cannot write was no text of the file
        CharsetEncoder encoder = charset.newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE);
        text = new OutputStreamWriter(target, encoder);
        Header header = profile.header();
        if (header != null && header.names() == null) {
            text.write("\n".repeat(header.rowsBefore()));
        }
        csv = CsvWriter.builder().fieldSeparator(profile.delimiter().charAt(0)).build(text);
        if (header == null || header.names() == null) {
            for (int above = 1; header != null && above < header.rowsOrDefault(); above++) {
                csv.writeRecord(rows.fileColumns().stream().map(name -> "").toList());
            }
            csv.writeRecord(Stream.concat(rows.fileColumns().stream(), FileColumns.OF_REFUSED_ROWS.stream())
                    .toList());
        }
    }

    private List<String> asSent(ShapedRows rows) {
        List<String> cells = rows.asSent();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < rows.fileColumns().size(); i++) {
            String cell = i < cells.size() ? cells.get(i) : "";
            sent.add(
                    i < cells.size() && rows.isNumberAsSent(i)
                            ? cell.replace(".", profile.decimalSeparator())
                            : SpreadsheetText.neutral(cell));
        }
        return sent;
    }

    private void flush() {
        if (reasons.isEmpty()) {
            return;
        }
        List<String> cells = new ArrayList<>(row);
        cells.add(Long.toString(line));
        cells.add(
                reasons.stream().map(reason -> reason.type().name()).distinct().collect(Collectors.joining(" ")));
        for (Locale language : LANGUAGES) {
            cells.add(SpreadsheetText.neutral(
                    reasons.stream().map(reason -> reason.message(language)).collect(Collectors.joining(" "))));
        }
        csv.writeRecord(cells);
        reasons.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
        if (csv == null) {
            target.close();
        } else {
            csv.close();
        }
    }
}
