package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final String BOM = "\ufeff";
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "a,b\n1,2", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "\n\na,b\n\n\r\n1,2\n\n\n"})
    void linesEndAsTheyDoAnywhere(String text) throws IOException {
        assertEquals(List.of(List.of("a", "b"), List.of("1", "2")), read(text));
    }

    @Test
    void quotedCellsHoldWhatTheyHold() throws IOException {
        assertEquals(
                List.of(List.of("a,b", "say \"x\"", "two\nlines", "")),
                read("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"\"\n"));
    }

    @Test
    void quoteWithinAnUnquotedCellIsACharacter() throws IOException {
        assertEquals(List.of(List.of("O\"Higgins", "12\"")), read("O\"Higgins,12\"\n"));
    }

    @Test
    void recordsMayDifferInLength() throws IOException {
        assertEquals(
                List.of(List.of("a", "b"), List.of("1"), List.of("1", "2", "3"), List.of("", "")),
                read("a,b\n1\n1,2,3\n,"));
    }

    @Test
    void emptyFileHasNoRecord() throws IOException {
        assertEquals(List.of(), read(""));
        assertEquals(List.of(), read(BOM));
        assertEquals(List.of(), read("\n\r\n\n"));
    }

    @Test
    void recordKnowsTheLineWhereItBegins() throws IOException {
        // Given
        CsvTable records =
                records("a\n\n\"two\nlines\"\nlast".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, ",");

        // When
        List<Long> lines = new ArrayList<>();
        while (records.next()) {
            lines.add(records.line());
        }

        // Then
        assertEquals(List.of(1L, 3L, 5L), lines);
    }

    @Test
    void byteOrderMarkIsNotPartOfTheHeader() throws IOException {
        assertEquals(List.of(List.of("año")), read(BOM + "año\n"));
    }

    @Test
    void encodingIsThatOfTheProfile() throws IOException {
        for (Charset encoding : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1, WINDOWS_1252)) {
            byte[] file = "Ñuñoa;Aysén\n".getBytes(encoding);

            assertEquals(List.of(List.of("Ñuñoa", "Aysén")), read(records(file, encoding, ";")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void delimiterIsThatOfTheProfile(String delimiter) throws IOException {
        byte[] file = ("a" + delimiter + "b\n").getBytes(StandardCharsets.UTF_8);

        assertEquals(List.of(List.of("a", "b")), read(records(file, StandardCharsets.UTF_8, delimiter)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,\"2",
                "a,b\n1,\"",
                "a,b\n1,\"2\n3,4\n",
                "a,b\n1,\"2\"\"",
                "a,b\n\"1,2\n3,4\n",
                "a,b\n1,\"2\"x\n",
                "a,b\n\"1\" ,2\n"
            })
    void quotesThatDoNotPairAreNoCsv(String text) {
        // When
        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> read(text));

        // Then
        assertEquals(ConflictType.NOT_CSV, refused.conflict());
        assertEquals(2, refused.line());
    }

    @Test
    void markOfTheEndWithinTheFileIsNoCsv() {
        for (String text : List.of(
                "a\n" + EndMarkedReader.MARK + "\nb\n",
                "a\nb," + EndMarkedReader.MARK + "\nc\n",
                "a\n\"" + EndMarkedReader.MARK + "\"\n")) {
            assertEquals(
                    ConflictType.NOT_CSV,
                    assertThrows(UnreadableFileException.class, () -> read(text))
                            .conflict());
        }
    }

    @Test
    void recordIsBounded() throws IOException {
        String longest = "x".repeat(1 << 20);

        assertEquals(List.of(List.of(longest)), read(longest));
        assertEquals(2000, read(",".repeat(1999)).getFirst().size());
        for (String tooLong : List.of(
                longest + "x", "\"" + longest, (longest + ",").repeat(2), "\"" + "x\n".repeat(1 << 20) + "\"")) {
            assertEquals(ConflictType.LINE_TOO_LONG, refusal(tooLong).conflict());
        }
        assertEquals(ConflictType.TOO_MANY_COLUMNS, refusal(",".repeat(2000)).conflict());
        assertEquals(ConflictType.TOO_MANY_COLUMNS, refusal(",".repeat(20_000)).conflict());
    }

    private static UnreadableFileException refusal(String text) {
        return assertThrows(UnreadableFileException.class, () -> read(text));
    }

    @Test
    void bytesThatAreNoTextAreTold() {
        // Given
        byte[] file = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
        file[6] = (byte) 0xff;

        // When
        UnreadableFileException refused =
                assertThrows(UnreadableFileException.class, () -> read(records(file, StandardCharsets.UTF_8, ",")));

        // Then
        assertEquals(ConflictType.NOT_TEXT, refused.conflict());
    }

    @Test
    void textThatStopsWithinACharacterIsNoText() {
        // Given
        byte[] file = "a,b\n1,ñ".getBytes(StandardCharsets.UTF_8);

        // When
        UnreadableFileException refused = assertThrows(
                UnreadableFileException.class,
                () -> read(records(Arrays.copyOf(file, file.length - 1), StandardCharsets.UTF_8, ",")));

        // Then
        assertEquals(ConflictType.NOT_TEXT, refused.conflict());
    }

    @Test
    void failureOfTheSourceComesThroughAsItIs() throws IOException {
        for (Exception failure : List.of(new EOFException("cut"), new IllegalStateException("too many"))) {
            // Given
            CsvTable records =
                    new CsvTable(failing("a,b\n1,2\n", failure), TableOptions.of(StandardCharsets.UTF_8, ","));

            // When
            Exception thrown = assertThrows(Exception.class, () -> read(records));

            // Then
            assertSame(failure, thrown);
        }
    }

    /** Whatever cells are written as RFC 4180 says are read again. */
    @Test
    void everyFileThatIsWrittenIsRead() throws IOException {
        long seed = 4180;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<List<String>> table = table(random);
            String text = table.stream()
                    .map(row -> row.stream().map(CsvTableTest::quoted).collect(Collectors.joining(",")))
                    .collect(Collectors.joining("\r\n"));

            assertEquals(table, read(text), "seed " + seed + ", table " + i);
        }
    }

    private static List<List<String>> table(Random random) {
        List<List<String>> table = new ArrayList<>();
        for (int row = random.nextInt(1, 6); row > 0; row--) {
            List<String> cells = new ArrayList<>();
            for (int cell = random.nextInt(1, 5); cell > 0; cell--) {
                cells.add(random.ints(random.nextInt(6), 0, 6)
                        .mapToObj("a\",\n\rñ"::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()));
            }
            table.add(cells);
        }
        return table;
    }

    private static String quoted(String cell) {
        return "\"" + cell.replace("\"", "\"\"") + "\"";
    }

    private static InputStream failing(String text, Exception failure) {
        InputStream start = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return new InputStream() {
            @Override
            public int read() throws IOException {
                int next = start.read();
                if (next >= 0) {
                    return next;
                }
                if (failure instanceof IOException cut) {
                    throw cut;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
    }

    private static List<List<String>> read(String text) throws IOException {
        return read(records(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, ","));
    }

    private static List<List<String>> read(CsvTable records) throws IOException {
        try (records) {
            List<List<String>> read = new ArrayList<>();
            while (records.next()) {
                read.add(List.of(Arrays.copyOf(records.cells(), records.count())));
            }
            return read;
        }
    }

    private static CsvTable records(byte[] file, Charset encoding, String delimiter) throws IOException {
        return new CsvTable(new ByteArrayInputStream(file), TableOptions.of(encoding, delimiter));
    }
}
