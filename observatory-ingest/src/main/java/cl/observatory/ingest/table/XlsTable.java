package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The rows of a sheet of a binary workbook (BIFF8, since Excel 97) that have any content. Of a formula, the value is read
 * that the workbook keeps; nothing is calculated. The heap does not grow with the workbook.
 */
final class XlsTable implements Table {

    private final RowCells row = new RowCells();
    private final POIFSFileSystem container;
    private final SharedTexts texts;
    private final XlsSheet sheet;

    private XlsTable(POIFSFileSystem container, SharedTexts texts, String name) throws IOException {
        this.container = container;
        this.texts = texts;
        DirectoryNode root = container.getRoot();
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw new UnreadableFileException(ConflictType.ENCRYPTED_FILE, 0, null);
        }
        if (root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
            throw new UnreadableFileException(ConflictType.MACRO_WORKBOOK, 0, null);
        }
        if (!root.hasEntryCaseInsensitive("Workbook")) {
            String format = root.hasEntryCaseInsensitive("Book") ? "Excel 95" : "OLE2";
            throw new UnreadableFileException(ConflictType.UNKNOWN_FORMAT, 0, null, format, null);
        }
        XlsGlobals globals;
        try (InputStream stream = workbook(root)) {
            globals = new XlsGlobals(new RecordInputStream(stream), texts);
        }
        SheetChoice.Sheet chosen = SheetChoice.of(globals.sheets(), name);
        DocumentInputStream stream = workbook(root);
        stream.skipNBytes(Long.parseLong(chosen.place()));
        sheet = new XlsSheet(new RecordInputStream(stream), globals, texts);
    }

    private static DocumentInputStream workbook(DirectoryNode root) throws IOException {
        return root.createDocumentInputStream(root.getEntryCaseInsensitive("Workbook"));
    }

    static XlsTable open(InputStream content, Expansion expansion, String sheet) throws IOException {
        SpooledFile file = SpooledFile.of(content);
        SharedTexts texts = new SharedTexts(expansion);
        boolean opened = false;
        try {
            Ole2Structure.check(file.channel());
            XlsTable table = new XlsTable(new POIFSFileSystem(file.channel(), true), texts, sheet);
            opened = true;
            return table;
        } catch (ProblemException | UnreadableFileException told) {
            throw told;
        } catch (IOException | RuntimeException damaged) {
            throw ZipParts.damaged(damaged);
        } finally {
            if (!opened) {
                file.close();
                texts.close();
            }
        }
    }

    @Override
    public boolean next() throws IOException {
        try {
            return sheet.next(row);
        } catch (ProblemException | UnreadableFileException told) {
            throw told;
        } catch (RuntimeException damaged) {
            // the library tells of records that are not as they should be by exceptions of many kinds
            throw new UnreadableFileException(ConflictType.DAMAGED_WORKBOOK, row.line(), damaged);
        }
    }

    @Override
    public String[] cells() {
        return row.cells();
    }

    @Override
    public int count() {
        return row.count();
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public boolean isNumber(int column) {
        return row.isNumber(column);
    }

    @Override
    public boolean fit(int columns) {
        return row.fit(columns);
    }

    @Override
    public Charset encoding() {
        return null;
    }

    @Override
    public void close() throws IOException {
        try (texts) {
            container.close();
        }
    }
}
