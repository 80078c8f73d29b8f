package cl.observatory.ingest.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.ingest.conflict.ConflictType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedTextTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String ASCII = "comuna;casos\n".repeat(10_000);

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8", "windows-1252, windows-1252", "ISO-8859-1, windows-1252"})
    void encodingIsDetectedHoweverLateItShows(String written, String detected) throws IOException {
        String text = ASCII + "Ñuñoa;Aysén\nViña;3\n";

        assertEquals(detected + ": " + text, read(text.getBytes(Charset.forName(written)), null));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void markTellsTheEncoding(String encoding) throws IOException {
        byte[] marked = ("\ufeff" + "Ñuñoa 😀\n").getBytes(Charset.forName(encoding));

        assertEquals(encoding + ": Ñuñoa 😀\n", read(marked, null));
        assertEquals(encoding + ": Ñuñoa 😀\n", read(marked, Charset.forName(encoding)));
    }

    @Test
    void plainAsciiIsUtf8() throws IOException {
        assertEquals("UTF-8: a", read(bytes("a"), null));
        assertEquals("UTF-8: ", read(new byte[0], null));
    }

    @Test
    void statedEncodingIsTaken() throws IOException {
        assertEquals("ISO-8859-1: Ã±", read("ñ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertEquals("windows-1252: €", read(new byte[] {(byte) 0x80}, WINDOWS_1252));
        assertRefused(ConflictType.NOT_TEXT, "ñ\n".getBytes(WINDOWS_1252), StandardCharsets.UTF_8);
        assertRefused(ConflictType.NOT_TEXT, new byte[] {(byte) 0x81}, WINDOWS_1252);
    }

    @Test
    void markThatContradictsWhatIsStatedIsTold() {
        byte[] marked = bytes("\ufeffaño");

        assertEquals(
                "UTF-8",
                assertRefused(ConflictType.ENCODING_DIFFERS, marked, WINDOWS_1252)
                        .value());
    }

    @Test
    void partsInDifferentEncodingsAreTold() {
        assertRefused(ConflictType.MIXED_ENCODINGS, joined(bytes("Ñuñoa\n"), "Viña\n".getBytes(WINDOWS_1252)), null);
        assertRefused(ConflictType.MIXED_ENCODINGS, joined("Viña\n".getBytes(WINDOWS_1252), bytes("Ñuñoa\n")), null);
        assertRefused(
                ConflictType.MIXED_ENCODINGS,
                joined("Viña\n".getBytes(WINDOWS_1252), bytes(ASCII), bytes("3 €\n")),
                null);
    }

    @Test
    void textThatEndsWithinACharacterIsNoText() {
        for (String character : List.of("ñ", "€", "😀")) {
            byte[] whole = bytes("a" + character);
            for (int length = 2; length < whole.length; length++) {
                assertRefused(ConflictType.NOT_TEXT, Arrays.copyOf(whole, length), null);
                assertRefused(ConflictType.NOT_TEXT, Arrays.copyOf(whole, length), StandardCharsets.UTF_8);
            }
        }
    }

    @Test
    void byteThatNoEncodingHasIsNoText() {
        assertRefused(ConflictType.NOT_TEXT, joined(bytes("a"), new byte[] {(byte) 0x81, 'b'}), null);
    }

    @Test
    void nulIsToldWithItsLine() {
        assertEquals(
                4,
                assertRefused(ConflictType.NUL_BYTE, bytes("a\r\nb\rc\nd\0"), null)
                        .line());
        assertRefused(ConflictType.NUL_BYTE, "ab".getBytes(StandardCharsets.UTF_16LE), null);
    }

    @Test
    void lineIsBounded() throws IOException {
        String longest = "x".repeat(1000);

        assertEquals("UTF-8: " + longest + "\n" + longest, read(bytes(longest + "\n" + longest), null));
        assertEquals(
                2,
                assertRefused(ConflictType.LINE_TOO_LONG, bytes("a\n" + longest + "x"), null)
                        .line());
    }

    /** Whatever the pieces are in which bytes arrive and characters are asked for. */
    @Test
    void piecesDoNotMatter() throws IOException {
        long seed = 1252;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = random.ints(random.nextInt(300), 0, 9)
                    .mapToObj("aé\r\n€ñ;\t "::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining());
            byte[] written = text.getBytes(StandardCharsets.UTF_8);

            assertEquals("UTF-8: " + text, read(written, null, random), "seed " + seed + ", text " + i);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static UnreadableFileException assertRefused(ConflictType conflict, byte[] text, Charset stated) {
        UnreadableFileException refused =
                assertThrows(UnreadableFileException.class, () -> read(text, stated), conflict.name());
        assertEquals(conflict, refused.conflict());
        return refused;
    }

    private static String read(byte[] text, Charset stated) throws IOException {
        return read(text, stated, new Random(1));
    }

    private static String read(byte[] text, Charset stated, Random random) throws IOException {
        ByteArrayInputStream source = new ByteArrayInputStream(text) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1 + random.nextInt(1 << random.nextInt(12))));
            }
        };
        StringBuilder read = new StringBuilder();
        try (DecodedText decoded = new DecodedText(source, stated, 1000)) {
            Reader reader = decoded;
            char[] buffer = new char[random.nextInt(1, 100)];
            for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                read.append(buffer, 0, count);
            }
            return decoded.encoding().name() + ": " + read;
        }
    }
}
