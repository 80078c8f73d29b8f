package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.Packed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.Test;

class SpooledFileTest {

    private static final byte[] XLSX = Xlsx.of("<row><c t='s'><v>0</v></c></row>")
            .texts("<si><t>a</t></si>")
            .bytes();

    @Test
    void fileHasNoNameWhileItIsOpen() throws IOException {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        Set<Path> before = names();
        try (SpooledFile file = SpooledFile.of(new ByteArrayInputStream(content))) {
            ByteBuffer read = ByteBuffer.allocate(content.length);
            file.channel().read(read);

            assertEquals(ByteBuffer.wrap(content), read.flip());
            assertEquals(before, names());
        }
    }

    private static Set<Path> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("observatory-[0-9a-f]{8}-.*"))
                    .collect(Collectors.toSet());
        }
    }

    /** That a body breaks off is not a fault of the file, and is told as it is, in every format. */
    @Test
    void sourceThatBreaksOffLeavesNothing() throws IOException {
        Set<Path> before = names();
        String sheet = SpreadsheetMlTableTest.workbook("<Row><Cell/></Row>".repeat(9000));
        for (byte[] file : List.of(
                XLSX,
                Packed.gzip(XLSX),
                XlsTableTest.workbook(workbook -> workbook.createSheet("Data")),
                sheet.getBytes(StandardCharsets.UTF_8),
                "[{\"a\":1}".getBytes(StandardCharsets.UTF_8),
                "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))) {
            // Given
            IOException cut = new IOException("cut");
            InputStream source = new SequenceInputStream(
                    new ByteArrayInputStream(Arrays.copyOf(file, file.length - 5)), new BrokenInputStream(() -> cut));

            // When
            IOException thrown = assertThrows(IOException.class, () -> Read.rows(source, Read.PLAIN, Read.LIMITS));

            // Then
            assertSame(cut, thrown);
            assertEquals(before, names());
        }
    }
}
