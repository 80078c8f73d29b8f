package cl.observatory.ingest.template;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes CSV that a spreadsheet opens without running anything. */
final class TemplateText {

    private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().build(text);

    void add(List<String> cells) {
        csv.writeRecord(cells.stream().map(TemplateText::neutral).toList());
    }

    String finish() {
        try {
            csv.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** A text that a spreadsheet would run as a formula, as a text; numbers stay numbers. */
    static String neutral(String cell) {
        return cell.isEmpty()
                        || RUN_BY_SPREADSHEETS.indexOf(cell.charAt(0)) < 0
                        || NUMBER.matcher(cell).matches()
                ? cell
                : "'" + cell;
    }
}
