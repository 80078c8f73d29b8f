package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.IOException;
import java.io.PushbackInputStream;

/** Opens files as tables, in the format that their content tells. */
public final class Tables {

    private static final int HEAD = 1 << 12;

    private Tables() {}

    /**
     * @throws UnreadableFileException when the content is of no format that is read here
     * @throws IOException when the file breaks off, or is damaged where it is packed
     */
    public static Table open(SourceStream source, TableOptions options) throws IOException {
        PushbackInputStream content = new PushbackInputStream(source.content(), HEAD);
        byte[] head = content.readNBytes(HEAD);
        content.unread(head);
        return switch (FileFormat.of(head)) {
            case ZIP -> XlsxTable.open(content, source.expansion(), options.sheet());
            case OLE2 -> XlsTable.open(content, source.expansion(), options.sheet());
            case XML -> {
                content.skipNBytes(FileFormat.blank(head));
                yield new SpreadsheetMlTable(content, options.sheet());
            }
            case JSON -> new JsonTable(content, options);
            case TEXT -> new CsvTable(content, options);
            case UNKNOWN ->
                throw new UnreadableFileException(ConflictType.UNKNOWN_FORMAT, 0, null, FileFormat.name(head), null);
        };
    }
}
