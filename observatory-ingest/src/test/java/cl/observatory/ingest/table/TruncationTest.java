package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.ingest.Packed;
import cl.observatory.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;

/**
 * A file that stops before its end is refused, at any length. Delimited text and JSON a line at a time do not tell where
 * they end: there it is the length and the digest that the request states.
 */
class TruncationTest {

    private static final String ROWS = """
            <row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>
            <row r='2'><c r='A2' t='s'><v>1</v></c><c r='B2'><v>12</v></c></row>
            <row r='3'><c r='A3' t='s'><v>0</v></c><c r='B3' s='0'><v>13</v></c></row>
            """;
    private static final byte[] XLSX =
            Xlsx.of(ROWS).texts("<si><t>a</t></si><si><t>b</t></si>").bytes();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xls() throws IOException {
        return XlsTableTest.workbook(workbook -> {
            for (int i = 0; i < 300; i++) {
                workbook.createSheet("S" + i);
                workbook.getSheetAt(0).createRow(i).createCell(0).setCellValue("text " + i);
                workbook.getSheetAt(0).getRow(i).createCell(1).setCellValue(i);
            }
        });
    }

    @Test
    void fileThatStopsIsRefusedAtAnyLength() throws IOException {
        byte[] json = bytes("[{\"a\":\"ñ\",\"b\":1},\n {\"a\":null,\"b\":-2.5e3}]");
        byte[] within = bytes("{\"meta\":{},\"data\":[{\"a\":1},{\"a\":2}],\"more\":[1]}");
        byte[] spreadsheet = bytes(
                SpreadsheetMlTableTest.workbook("<Row><Cell><Data ss:Type=\"String\">ñ</Data></Cell></Row>".repeat(3))
                        .strip());

        assertAllRefused(XLSX, Read.PLAIN);
        assertAllRefused(json, Read.PLAIN);
        assertAllRefused(within, Read.records("/data"));
        assertAllRefused(spreadsheet, Read.PLAIN);
        assertAllRefused(Packed.gzip("a,b\n1,2\n3,4\n"), Read.PLAIN);
        assertAllRefused(Packed.gzip(XLSX), Read.PLAIN);
    }

    @Test
    void binaryWorkbookThatStopsIsRefusedAtAnyLength() throws IOException {
        byte[] file = xls();
        int end = usedEnd(file);

        assertFalse(isRefused(file, Read.PLAIN));
        for (int length = 1; length < end; length += length < 2000 || length > end - 600 ? 1 : 97) {
            assertTrue(isRefused(Arrays.copyOf(file, length), Read.PLAIN), length + " of " + end + " bytes");
        }
    }

    /** Behind the sectors in use there may be free ones, which nobody misses. */
    private static int usedEnd(byte[] file) {
        ByteBuffer container = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int tables = container.getInt(44);
        int last = tables * 128 - 1;
        while (container.getInt((container.getInt(76 + last / 128 * 4) + 1) * 512 + last % 128 * 4) == -1) {
            last--;
        }
        return (last + 2) * 512;
    }

    @Test
    void recordsALineAreNeverReadInPart() throws IOException {
        byte[] file = bytes("{\"a\":\"uno\"}\n{\"a\":\"dos\"}\n{\"a\":\"tres\"}\n");
        List<List<String>> rows = Read.rows(file);

        for (int length = 1; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);
            if (!isRefused(cut, Read.PLAIN)) {
                List<List<String>> read = Read.rows(cut);
                assertEquals(rows.subList(0, read.size()), read);
            }
        }
    }

    /** Every bit of a byte, in turn: the checksums of the parts, or the structure, tell. */
    @Test
    void changedByteIsNeverReadAsSomethingElse() throws IOException {
        for (byte[] file : List.of(XLSX, Packed.gzip("a,b\n1,2\n3,4\n"))) {
            List<List<String>> rows = Read.rows(file);
            for (int place = 2; place < file.length; place++) {
                byte[] changed = file.clone();
                changed[place] ^= (byte) (1 << place % 8);
                if (!isRefused(changed, Read.PLAIN)) {
                    assertEquals(rows, Read.rows(changed), "byte " + place);
                }
            }
        }
    }

    private static void assertAllRefused(byte[] file, TableOptions options) throws IOException {
        assertFalse(isRefused(file, options));
        for (int length = 0; length < file.length; length++) {
            assertTrue(isRefused(Arrays.copyOf(file, length), options), length + " of " + file.length + " bytes");
        }
    }

    /** By name, or as a file that has no row behind its first one, which an import never takes. */
    private static boolean isRefused(byte[] file, TableOptions options) throws IOException {
        try {
            return Read.rows(file, options).size() <= 1;
        } catch (UnreadableFileException | ProblemException | ZipException | EOFException refused) {
            return true;
        }
    }
}
