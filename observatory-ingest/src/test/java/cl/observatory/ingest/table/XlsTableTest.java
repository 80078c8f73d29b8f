package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.Packed;
import cl.observatory.ingest.conflict.ConflictType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.junit.jupiter.api.Test;

class XlsTableTest {

    static byte[] workbook(Consumer<HSSFWorkbook> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            content.accept(workbook);
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static HSSFCell cell(HSSFSheet sheet, int row, int column) {
        HSSFRow there = sheet.getRow(row);
        return (there == null ? sheet.createRow(row) : there).createCell(column);
    }

    @Test
    void everyKindOfCellIsRead() throws IOException {
        byte[] file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("Data");
            cell(sheet, 0, 0).setCellValue("Ñuñoa");
            cell(sheet, 2, 0).setCellValue(0.1 + 0.2);
            cell(sheet, 2, 1).setCellValue(12);
            cell(sheet, 2, 2).setCellValue(true);
            cell(sheet, 2, 3).setCellErrorValue(FormulaError.NA);
            cell(sheet, 2, 5).setCellValue("漢字");
            HSSFCellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd-mm-yyyy"));
            HSSFCell day = cell(sheet, 2, 6);
            day.setCellValue(45352);
            day.setCellStyle(date);
            cell(sheet, 2, 7).setCellStyle(date);
        });

        assertEquals(List.of("#0.3", "#12", "TRUE", "#N/A", "", "漢字", "2024-03-01"), Read.typed(file, Read.PLAIN));
        assertEquals(List.of("Ñuñoa"), Read.rows(Packed.gzip(file)).getFirst());
    }

    @Test
    void valueThatTheWorkbookKeepsIsReadAndNothingIsCalculated() throws IOException {
        byte[] file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("Data");
            cell(sheet, 0, 0).setCellValue("a");
            String[] kept = {"1+1", "\"a\"&\"b\"", "1=1", "NA()"};
            for (int i = 0; i < kept.length; i++) {
                cell(sheet, 1, i).setCellFormula(kept[i]);
                workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cellAt(sheet, i));
            }
            cellAt(sheet, 0).setCellValue(3.0);
        });

        assertEquals(List.of("#3", "ab", "TRUE", "#N/A"), Read.typed(file, Read.PLAIN));
    }

    private static HSSFCell cellAt(HSSFSheet sheet, int column) {
        return sheet.getRow(1).getCell(column);
    }

    /** More texts than a record of the format holds, some of them with formatting behind. */
    @Test
    void manyTextsAreRead() throws IOException {
        List<String> texts = new ArrayList<>();
        byte[] file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("Data");
            for (int i = 0; i < 3000; i++) {
                texts.add((i % 3 == 0 ? "comuna " : "región 漢 ") + i + "x".repeat(i % 50));
                cell(sheet, i, i % 200).setCellValue(texts.get(i));
            }
        });

        assertEquals(texts, Read.rows(file).stream().map(List::getLast).toList());
    }

    @Test
    void sheetIsChosenByNameAndElseTheFirstThatIsVisible() throws IOException {
        byte[] file = workbook(workbook -> {
            cell(workbook.createSheet("Oculta"), 0, 0).setCellValue("hidden");
            cell(workbook.createSheet("Año 2024"), 0, 0).setCellValue("second");
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
        });

        assertEquals(List.of(List.of("second")), Read.rows(file));
        assertEquals(List.of(List.of("hidden")), Read.rows(file, Read.sheet("Oculta")));
        assertEquals("Oculta, Año 2024", Read.refusal(file, Read.sheet("x")).value());
    }

    @Test
    void cellsOfAChartWithinASheetAreNotItsOwn() throws IOException {
        // Given
        byte[] begin = record(0x0809, (short) 0x0600, (short) 0);
        byte[] end = record(0x000a);
        SharedTexts none = new SharedTexts(null);
        XlsGlobals globals = new XlsGlobals(records(begin, end), none);
        XlsSheet sheet = new XlsSheet(
                records(begin, number(0), begin, number(7), begin, end, end, number(1), end), globals, none);
        RowCells row = new RowCells();

        // When
        List<Long> rows = new ArrayList<>();
        while (sheet.next(row)) {
            rows.add(row.line());
        }

        // Then
        assertEquals(List.of(1L, 2L), rows);
    }

    /** A cell whose value is 1, as a compressed number. */
    private static byte[] number(int row) {
        return record(0x027e, (short) row, (short) 0, (short) 0, (short) 6, (short) 0);
    }

    private static byte[] record(int kind, short... content) {
        ByteBuffer record = ByteBuffer.allocate(4 + 2 * content.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) kind).putShort((short) (2 * content.length));
        for (short part : content) {
            record.putShort(part);
        }
        return record.array();
    }

    private static RecordInputStream records(byte[]... records) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (byte[] record : records) {
            stream.writeBytes(record);
        }
        return new RecordInputStream(new ByteArrayInputStream(stream.toByteArray()));
    }

    @Test
    void datesMayCountFrom1904() throws IOException {
        byte[] file = workbook(workbook -> {
            HSSFSheet sheet = workbook.createSheet("Data");
            cell(sheet, 0, 0).setCellValue("a");
            HSSFCellStyle date = workbook.createCellStyle();
            date.setDataFormat((short) 14);
            HSSFCell day = cell(sheet, 1, 0);
            day.setCellValue(43890);
            day.setCellStyle(date);
        });
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 512; i < file.length - 6; i += 2) {
            if (bytes.getShort(i) == 0x22 && bytes.getShort(i + 2) == 2 && bytes.getShort(i + 4) == 0) {
                bytes.putShort(i + 4, (short) 1);
            }
        }

        assertEquals(List.of("2024-03-01"), Read.typed(file, Read.PLAIN));
    }

    @Test
    void protectedWorkbookIsTold() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            byte[] file = workbook(workbook -> {
                cell(workbook.createSheet("Data"), 0, 0).setCellValue("a");
                workbook.getInternalWorkbook();
            });
            assertEquals(
                    ConflictType.ENCRYPTED_FILE, Read.refusal(file, Read.PLAIN).conflict());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void containerOfSomethingElseIsNamed() throws IOException {
        assertEquals(ConflictType.ENCRYPTED_FILE, refusal("EncryptedPackage").conflict());
        assertEquals(ConflictType.MACRO_WORKBOOK, refusal("_VBA_PROJECT_CUR").conflict());
        assertEquals("Excel 95", refusal("Book").value());
        assertEquals("OLE2", refusal("WordDocument").value());
    }

    private static UnreadableFileException refusal(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
            container.writeFilesystem(bytes);
        }
        return assertThrows(UnreadableFileException.class, () -> Read.rows(bytes.toByteArray()));
    }
}
