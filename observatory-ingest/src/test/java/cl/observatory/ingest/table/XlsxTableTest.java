package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import cl.observatory.ingest.Packed;
import cl.observatory.ingest.conflict.ConflictType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XlsxTableTest {

    private static final String HEADER = "<row r='1'><c r='A1' t='str'><v>a</v></c></row>";
    private static final String STYLES = """
            <styleSheet xmlns='x'>
              <numFmts><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/><numFmt numFmtId='171' formatCode='#,##0.00'/></numFmts>
              <cellStyleXfs><xf numFmtId='14'/><xf numFmtId='14'/></cellStyleXfs>
              <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='46'/></cellXfs>
              <dxfs><dxf><numFmt numFmtId='171' formatCode='yyyy'/></dxf></dxfs>
            </styleSheet>
            """;

    @Test
    void sheetIsReadWithItsSharedTexts() throws IOException {
        byte[] file = Xlsx.of("""
                <row r='1' spans='1:2'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>
                <row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2'><v>12</v></c></row>
                """).texts("""
                <si><t>comuna</t></si>
                <si><r><t xml:space='preserve'>casos </t></r><r><rPr><b/></rPr><t>2024</t></r></si>
                <si><t>Ñuñoa</t><rPh sb='0' eb='1'><t>heard</t></rPh></si>
                """).bytes();

        assertEquals(List.of(List.of("comuna", "casos 2024"), List.of("Ñuñoa", "12")), Read.rows(file));
        assertEquals(List.of("Ñuñoa", "#12"), Read.typed(file, Read.PLAIN));
        assertEquals(Read.rows(file), Read.rows(Packed.gzip(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "12, #12",
        "0.30000000000000004, #0.3",
        "1.0, #1",
        "-0, #0",
        "1E-3, #0.001",
        "1.5E+20, #150000000000000000000",
        "2.5E-10, #0.00000000025",
        "123456789012345678, #123456789012346000",
        "1096.123456789, #1096.123456789",
        "0x1p3, 0x1p3",
        "1f, 1f",
        "NaN, NaN",
        "1e999, 1e999",
        "dos, dos"
    })
    void numberIsThePlainDecimalThatTheWorkbookShows(String written, String read) throws IOException {
        byte[] file = Xlsx.of(HEADER + "<row r='2'><c r='A2'><v>" + written + "</v></c></row>")
                .bytes();

        assertEquals(List.of(read), Read.typed(file, Read.PLAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "1, false, 45352, 2024-03-01",
        "2, false, 45352.75, 2024-03-01T18:00:00",
        "2, false, 45352.999999999, 2024-03-02",
        "1, true, 43890, 2024-03-01",
        "1, false, 1, 1900-01-01",
        "1, false, 59, 1900-02-28",
        "1, false, 60, 1900-02-29",
        "1, false, 61, 1900-03-01",
        "1, true, 0, 1904-01-01",
        "4, false, 0.5, 12:00:00",
        "1, false, 2958465, 9999-12-31",
        "1, false, 2958466, #2958466",
        "1, false, -1, #-1",
        "0, false, 45352, #45352",
        "3, false, 45352, #45352",
        "99, false, 45352, #45352"
    })
    void numberOfADateStyleIsADate(int style, boolean from1904, String serial, String date) throws IOException {
        byte[] file = Xlsx.of(HEADER + "<row r='2'><c r='A2' s='" + style + "'><v>" + serial + "</v></c></row>")
                .workbook("<workbookPr date1904='" + from1904 + "'/>", "<sheet name='Data' sheetId='1' r:id='r1'/>")
                .part("xl/styles.xml", STYLES)
                .bytes();

        assertEquals(List.of(date), Read.typed(file, Read.PLAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "t='b', <v>1</v>, TRUE",
        "t='b', <v>0</v>, FALSE",
        "t='e', <v>#N/A</v>, #N/A",
        "t='str', <f>1+1</f><v>two</v>, two",
        "t='inlineStr', <is><r><t>in</t></r><r><t>line</t></r></is>, inline",
        "t='d', <v>2024-03-01T00:00:00</v>, 2024-03-01",
        "t='d', <v>2024-03-01T10:30:00.000Z</v>, 2024-03-01T10:30:00",
        "t='str', <v>_x0041__x000A__x0000_</v>, 'A\n_x0000_'",
        "'', <f>SUM(A1:A9)</f><v>3</v>, 3"
    })
    void valueThatTheWorkbookKeepsIsRead(String type, String content, String text) throws IOException {
        assertEquals(
                List.of("a", text),
                List.of(
                        "a",
                        Read.rows(Xlsx.of(HEADER + "<row r='2'><c r='A2' " + type + ">" + content + "</c></row>")
                                        .bytes())
                                .get(1)
                                .getFirst()));
    }

    @Test
    void formulaWithoutKeptValueIsAnEmptyCell() throws IOException {
        byte[] file = Xlsx.of(HEADER + "<row r='2'><c r='A2'><f>1+1</f></c><c r='B2'><v>7</v></c></row>")
                .bytes();

        assertEquals(List.of("", "#7"), Read.typed(file, Read.PLAIN));
    }

    @Test
    void cellsAndRowsThatAreNotWrittenAreEmpty() throws IOException {
        byte[] file = Xlsx.of("""
                <row r='3'><c r='A3' t='str'><v>a</v></c><c r='C3' t='str'><v>c</v></c><c r='D3' s='1'/></row>
                <row r='4'/>
                <row r='5'><c r='B5'/></row>
                <row r='9'><c r='B9'><v>2</v></c></row>
                <row><c><v>1</v></c><c><v>2</v></c></row>
                """).bytes();

        try (SourceStream source = SourceStream.open(
                        new ByteArrayInputStream(file), OutputStream.nullOutputStream(), Read.LIMITS);
                Table table = Tables.open(source, Read.PLAIN)) {
            table.next();
            assertEquals(3, table.count());
            assertEquals(3, table.line());
            table.next();
            assertEquals(9, table.line());
            assertEquals(true, table.fit(3));
            assertEquals(List.of("", "2", ""), List.of(table.cells()).subList(0, table.count()));
            table.next();
            assertEquals(10, table.line());
            assertEquals(false, table.fit(1));
            assertNull(table.encoding());
        }
    }

    @Test
    void sheetIsChosenByNameAndElseTheFirstThatIsVisible() throws IOException {
        Xlsx workbook = Xlsx.of(HEADER)
                .sheet("xl/worksheets/sheet2.xml", "<row r='1'><c r='A1' t='str'><v>second</v></c></row>")
                .workbook("", """
                        <sheet name='Chart' sheetId='3' r:id='r5'/>
                        <sheet name='Hidden' sheetId='1' state='hidden' r:id='r1'/>
                        <sheet name='Año 2024' sheetId='2' r:id='r2'/>
                        """);

        assertEquals(List.of(List.of("second")), Read.rows(workbook.bytes()));
        assertEquals(List.of(List.of("a")), Read.rows(workbook.bytes(), Read.sheet("Hidden")));
        assertEquals(List.of(List.of("second")), Read.rows(workbook.bytes(), Read.sheet("Año 2024")));
    }

    @Test
    void sheetThatIsNotThereIsToldWithThoseThatAre() {
        // When
        UnreadableFileException refused = Read.refusal(Xlsx.of(HEADER).bytes(), Read.sheet("data"));

        // Then
        assertEquals(ConflictType.UNKNOWN_SHEET, refused.conflict());
        assertEquals("data", refused.column());
        assertEquals("Data", refused.value());
    }

    @Test
    void workbookWhoseSheetsAreAllHiddenIsAsked() {
        assertEquals(
                ConflictType.HIDDEN_SHEET,
                Read.refusal(
                                Xlsx.of(HEADER)
                                        .workbook("", "<sheet name='D' sheetId='1' state='veryHidden' r:id='r1'/>")
                                        .bytes(),
                                Read.PLAIN)
                        .conflict());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='2'/><row r='1'/>",
                "<row r='0'/>",
                "<row r='1048577'/>",
                "<row r='1'><c r='B1'/><c r='A1'/></row>",
                "<row r='1'><c r='XFE1'/></row>",
                "<row r='1'><c r='1'/></row>",
                "<c r='A1'><v>1</v></c>",
                "<row r='1'><c r='A1' t='s'><v>0</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>x</v></c></row>",
                "<row r='1'><c r='A1'><v>&what;</v></c></row>",
                "<row r='1'><c r='A1'><v>1</v></row>"
            })
    void sheetThatIsNotAsItShouldBeIsDamaged(String rows) {
        assertEquals(
                ConflictType.DAMAGED_WORKBOOK,
                Read.refusal(Xlsx.of(rows).bytes(), Read.PLAIN).conflict());
    }

    @Test
    void whatIsNoWorkbookOfXlsxIsNamed() {
        byte[] document = Xlsx.of("").part("xl/workbook.xml", "<document/>").bytes();
        byte[] binary = Xlsx.of("")
                .part("_rels/.rels", "<R><Relationship Type='a/officeDocument' Target='xl/workbook.bin'/></R>")
                .bytes();
        byte[] zip = Xlsx.of("").without("_rels/.rels").bytes();
        byte[] macros = Xlsx.of(HEADER)
                .part("xl/_rels/workbook.xml.rels", "<R><Relationship Type='a/vbaProject' Target='vba.bin'/></R>")
                .bytes();

        assertEquals("OOXML document", Read.refusal(document, Read.PLAIN).value());
        assertEquals("XLSB", Read.refusal(binary, Read.PLAIN).value());
        assertEquals("ZIP", Read.refusal(zip, Read.PLAIN).value());
        assertEquals(ConflictType.UNKNOWN_FORMAT, Read.refusal(zip, Read.PLAIN).conflict());
        assertEquals(
                ConflictType.MACRO_WORKBOOK, Read.refusal(macros, Read.PLAIN).conflict());
    }

    @Test
    void changedByteIsFoundOut() {
        // Given
        byte[] file = Xlsx.of(HEADER).bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int place = text.indexOf(Xlsx.SHEET) + Xlsx.SHEET.length() + 20;

        // When
        file[place] ^= 1;

        // Then
        assertEquals(
                ConflictType.DAMAGED_WORKBOOK, Read.refusal(file, Read.PLAIN).conflict());
    }
}
