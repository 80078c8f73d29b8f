package cl.observatory.ingest.table;

import java.nio.charset.Charset;
import java.util.Set;

/**
 * What a reader of a file has to be told, since the file does not say it itself.
 *
 * @param encoding of a text; null when it is to be detected
 * @param delimiter between the fields of a delimited text
 * @param sheet name of the sheet of a workbook; null for the first one that is visible
 * @param records JSON Pointer to the array of records within a JSON document; null when the document is that array, or a
 *     record a line
 * @param expectedColumns that a record of JSON may leave out
 * @param requiredColumns that some record of JSON must have
 * @param ignoredColumns that are not read, whatever a record of JSON has there
 */
public record TableOptions(
        Charset encoding,
        String delimiter,
        String sheet,
        String records,
        Set<String> expectedColumns,
        Set<String> requiredColumns,
        Set<String> ignoredColumns) {

    /** Every column that is expected is required, and none is ignored. */
    public TableOptions(Charset encoding, String delimiter, String sheet, String records, Set<String> expectedColumns) {
        this(encoding, delimiter, sheet, records, expectedColumns, expectedColumns, Set.of());
    }

    /** A delimited text, or whatever else the file turns out to be. */
    public static TableOptions of(Charset encoding, String delimiter) {
        return new TableOptions(encoding, delimiter, null, null, Set.of());
    }

    public TableOptions {
        expectedColumns = Set.copyOf(expectedColumns);
        requiredColumns = Set.copyOf(requiredColumns);
        ignoredColumns = Set.copyOf(ignoredColumns);
    }
}
