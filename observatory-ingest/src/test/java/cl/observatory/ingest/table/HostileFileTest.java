package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.Packed;
import cl.observatory.ingest.conflict.ConflictType;
import cl.observatory.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Files that are made to harm whoever opens them. */
class HostileFileTest {

    private static final String ROW = "<row><c><v>1</v></c></row>";
    private static final String NOTHING = " ".repeat(8 << 20);

    @Test
    void fileThatBecomesFarLargerIsRefusedWhereverThatHappens() {
        for (byte[] bomb : List.of(
                Xlsx.of(ROW.repeat(400_000)).bytes(),
                Xlsx.of(ROW).texts(NOTHING).bytes(),
                Xlsx.of(ROW)
                        .part("xl/styles.xml", "<styleSheet>" + NOTHING + "</styleSheet>")
                        .bytes(),
                Xlsx.of(ROW).workbook(NOTHING, "").bytes(),
                Xlsx.of(ROW).part("_rels/.rels", "<R>" + NOTHING + "</R>").bytes(),
                Packed.gzip("a,b\n" + NOTHING),
                Packed.gzip(Xlsx.of(ROW.repeat(400_000)).bytes()))) {
            assertEquals(IngestProblem.EXPANDS_TOO_MUCH, problem(bomb, 64 << 20));
        }
    }

    private static Object problem(byte[] file, long maxExpandedSize) {
        try {
            Read.rows(new ByteArrayInputStream(file), Read.PLAIN, Read.limits(maxExpandedSize, 100));
            return "read";
        } catch (ProblemException refused) {
            return refused.type();
        } catch (UnreadableFileException refused) {
            return refused.conflict() + " " + refused.value();
        } catch (IOException broken) {
            return broken;
        }
    }

    @Test
    void partsCountTogether() {
        byte[] file = Xlsx.of(ROW.repeat(2000))
                .texts("<si><t>a</t></si>".repeat(3000))
                .bytes();

        assertEquals("read", problem(file, 140_000));
        assertEquals(IngestProblem.FILE_TOO_LARGE, problem(file, 110_000));
    }

    @Test
    void partThatIsNotReadIsNotUnpacked() throws IOException {
        byte[] file = Xlsx.of(ROW).part("xl/media/image1.png", NOTHING).bytes();

        assertEquals(List.of(List.of("1")), Read.rows(file));
    }

    @Test
    void textThatIsReferredToManyTimesCountsEachTime() {
        byte[] file = Xlsx.of("<row><c t='s'><v>0</v></c></row>".repeat(1000))
                .texts("<si><t>" + "x".repeat(30_000) + "</t></si>")
                .bytes();

        assertEquals(IngestProblem.EXPANDS_TOO_MUCH, problem(file, 64 << 20));
    }

    @Test
    void nothingOutsideOfTheFileIsEverAskedFor() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            // Given
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
            List<String> declarations = List.of(
                    "<!DOCTYPE x SYSTEM '" + address + "'>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '" + address + "'>]>",
                    "<!DOCTYPE x [<!ENTITY % e SYSTEM '" + address + "'> %e;]>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>");

            // When
            for (String declaration : declarations) {
                assertForbidden(declaration, "&e;");
            }

            // Then
            listener.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, listener::accept);
        }
    }

    @Test
    void entitiesThatMultiplyAreNotRead() {
        String laughs = IntStream.range(1, 30)
                .mapToObj(i -> "<!ENTITY e%d '%s'>".formatted(i, ("&e" + (i - 1) + ";").repeat(10)))
                .collect(Collectors.joining("", "<!DOCTYPE x [<!ENTITY e0 'ha'>", "]>"));

        assertForbidden(laughs, "&e29;");
    }

    private static void assertForbidden(String declaration, String reference) {
        String sheet = declaration + "<worksheet><sheetData><row><c t='str'><v>" + reference
                + "</v></c></row></sheetData></worksheet>";
        String workbook = SpreadsheetMlTableTest.workbook(
                "<Row><Cell><Data ss:Type=\"String\">" + reference + "</Data></Cell></Row>");
        List<byte[]> files = List.of(
                Xlsx.of("").part(Xlsx.SHEET, sheet).bytes(),
                Xlsx.of(ROW)
                        .part("xl/sharedStrings.xml", declaration + "<sst>" + reference + "</sst>")
                        .bytes(),
                Xlsx.of(ROW)
                        .part("xl/styles.xml", declaration + "<styleSheet/>")
                        .bytes(),
                Xlsx.of(ROW).part("_rels/.rels", declaration + "<R/>").bytes(),
                workbook.replace("<?mso-application", declaration + "<?mso-application")
                        .getBytes(StandardCharsets.UTF_8));
        for (byte[] file : files) {
            assertEquals(
                    ConflictType.FORBIDDEN_DTD, Read.refusal(file, Read.PLAIN).conflict());
        }
    }

    @Test
    void namesAndDepthAreBounded() {
        String names = IntStream.range(0, 6000).mapToObj("<n%d/>"::formatted).collect(Collectors.joining());
        String attributes =
                IntStream.range(0, 6000).mapToObj("<row a%d=''/>"::formatted).collect(Collectors.joining());
        String prefixes = IntStream.range(0, 6000)
                .mapToObj("<row xmlns:p%d='p'/>"::formatted)
                .collect(Collectors.joining());
        String targets = IntStream.range(0, 6000).mapToObj("<?p%d?>"::formatted).collect(Collectors.joining());
        String depth = "<row>".repeat(200) + "</row>".repeat(200);
        String attribute = "<row a='" + "x".repeat(70_000) + "'/>";

        for (String rows : List.of(names, attributes, prefixes, targets, depth, attribute)) {
            assertEquals(
                    ConflictType.DAMAGED_WORKBOOK,
                    Read.refusal(Xlsx.of(rows).bytes(), Read.PLAIN).conflict());
        }
    }

    @Test
    void cellsAndRowsAreBounded() {
        String cell = "<c t='str'><v>" + "x".repeat(1 << 19) + "</v></c>";
        String wide = "<row><c r='BXY1' t='str'><v>x</v></c></row>";

        assertEquals(
                ConflictType.LINE_TOO_LONG,
                refusal(Xlsx.of("<row>" + cell + cell + cell + "</row>").bytes(), 2000));
        assertEquals(
                ConflictType.LINE_TOO_LONG,
                refusal(
                        Xlsx.of("<row>" + cell.replace("<v>", "<v>" + NOTHING) + "</row>")
                                .bytes(),
                        2000));
        assertEquals(
                ConflictType.TOO_MANY_COLUMNS,
                Read.refusal(Xlsx.of(wide).bytes(), Read.PLAIN).conflict());
    }

    private static ConflictType refusal(byte[] file, int maxExpansion) {
        FilesConfig limits = Read.limits(64 << 20, maxExpansion);
        return assertThrows(
                        UnreadableFileException.class,
                        () -> Read.rows(new ByteArrayInputStream(file), Read.PLAIN, limits))
                .conflict();
    }

    @Test
    void directoryOfAZipIsBounded() {
        Xlsx workbook = Xlsx.of(ROW);
        for (int i = 0; i < 40_000; i++) {
            workbook.part("xl/some/quite/long/name/of/a/part/that/nobody/needs/at/all/" + i, "");
        }

        assertEquals(
                ConflictType.DAMAGED_WORKBOOK,
                Read.refusal(workbook.bytes(), Read.PLAIN).conflict());
    }

    @Test
    void partOfTheSameNameTwiceIsDamage() {
        // Given
        byte[] file =
                Xlsx.of(ROW).part("xl/worksheets/sheet9.xml", "<worksheet/>").bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1).replace("sheet9.xml", "sheet1.xml");

        // Then
        assertEquals(
                ConflictType.DAMAGED_WORKBOOK,
                Read.refusal(text.getBytes(StandardCharsets.ISO_8859_1), Read.PLAIN)
                        .conflict());
    }

    @Test
    void encryptedPartIsTold() {
        // Given
        byte[] file = Xlsx.of(ROW).bytes();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int entry = text.indexOf("PK\u0001\u0002");

        // When
        while (entry >= 0) {
            file[entry + 8] |= 1;
            entry = text.indexOf("PK\u0001\u0002", entry + 1);
        }

        // Then
        assertEquals(ConflictType.ENCRYPTED_FILE, Read.refusal(file, Read.PLAIN).conflict());
    }

    @Test
    void directoryOfABinaryWorkbookThatGoesRoundInCirclesIsDamage() throws IOException {
        // Given
        byte[] file = XlsTableTest.workbook(workbook ->
                workbook.createSheet("Data").createRow(0).createCell(0).setCellValue("a"));
        ByteBuffer container = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int directory = container.getInt(48);
        int table = container.getInt(76);

        // When
        container.putInt((table + 1) * 512 + directory * 4, directory);

        // Then
        assertEquals(
                ConflictType.DAMAGED_WORKBOOK, Read.refusal(file, Read.PLAIN).conflict());
    }

    @Test
    void directoryOfABinaryWorkbookIsBounded() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            for (int i = 0; i < 9000; i++) {
                container.getRoot().createDirectory("entry " + i);
            }
            container.writeFilesystem(file);
        }

        assertEquals(
                ConflictType.DAMAGED_WORKBOOK,
                Read.refusal(file.toByteArray(), Read.PLAIN).conflict());
    }

    @Test
    void whatIsNoTableIsNamed() {
        assertEquals("PDF", Read.refusal("%PDF-1.7\n").value());
        assertEquals("HTML", Read.refusal("\n <!DOCTYPE HTML><html>").value());
        assertEquals("HTML", Read.refusal("<table><tr>").value());
        assertEquals("XML", Read.refusal("<?xml version='1.0'?><feed/>").value());
        assertEquals(
                "gzip", Read.refusal(Packed.gzip(Packed.gzip("a")), Read.PLAIN).value());
        assertEquals(ConflictType.UNKNOWN_FORMAT, Read.refusal("%PDF-1.7\n").conflict());
    }
}
