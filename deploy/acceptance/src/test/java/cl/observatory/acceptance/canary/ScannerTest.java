package cl.observatory.acceptance.canary;

import static cl.observatory.acceptance.canary.Plants.among;
import static cl.observatory.acceptance.canary.Plants.content;
import static cl.observatory.acceptance.canary.Wrapping.BASE64;
import static cl.observatory.acceptance.canary.Wrapping.GZIP;
import static cl.observatory.acceptance.canary.Wrapping.HEX;
import static cl.observatory.acceptance.canary.Wrapping.JSON_ESCAPES;
import static cl.observatory.acceptance.canary.Wrapping.KAFKA_BATCH;
import static cl.observatory.acceptance.canary.Wrapping.PGLZ;
import static cl.observatory.acceptance.canary.Wrapping.TOAST;
import static cl.observatory.acceptance.canary.Wrapping.URL;
import static cl.observatory.acceptance.canary.Wrapping.UTF_16;
import static cl.observatory.acceptance.canary.Wrapping.WAL;
import static cl.observatory.acceptance.canary.Wrapping.ZIP;
import static cl.observatory.acceptance.canary.Wrapping.ZSTD;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.compress.Compression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What looks for marks finds them, however they are wrapped, and finds none where there is none. */
class ScannerTest {

    private static final String WORD = "QmfhWzkdRtplXvbn";
    private static final String OTHER = "HtzbLqwcPxkvNrjm";

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantsAndMore")
    void plantedMarkIsFound(String how, byte[] bytes, List<Wrapping> wrappings) {
        // When
        Set<Finding> found = scan(bytes, WORD, EnumSet.allOf(Wrapping.class));

        // Then
        assertTrue(wrappingsOf(found).contains(wrappings), how + ": " + found);
    }

    /** So that none of them could go without a test that says so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("plants")
    void plantedMarkIsMissedByWhoeverCannotUnwrapIt(String how, byte[] bytes, List<Wrapping> wrappings) {
        for (Wrapping wrapping : Set.copyOf(wrappings)) {
            assertEquals(Set.of(), scan(bytes, WORD, EnumSet.complementOf(EnumSet.of(wrapping))), how);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantsAndMore")
    void markThatWasNotPlantedIsNotFound(String how, byte[] bytes, List<Wrapping> wrappings) {
        assertEquals(Set.of(), scan(bytes, OTHER, EnumSet.allOf(Wrapping.class)), how);
    }

    @Test
    void everyWrappingIsPlanted() {
        // When
        Set<Wrapping> planted = plants().flatMap(plant -> ((List<?>) plant.get()[2]).stream())
                .map(Wrapping.class::cast)
                .collect(Collectors.toSet());

        // Then
        assertEquals(EnumSet.allOf(Wrapping.class), planted);
    }

    /** Files that are allotted ahead go on with zeros, and so do some streams. */
    @Test
    void batchAtTheEndOfAFileIsFoundAlthoughItEndsWithZeros() {
        // Given
        byte[] batch = Plants.kafka(Compression.lz4().build(), content(WORD));
        assertEquals(0, batch[batch.length - 1]);

        // When
        Set<Finding> found = scan(Plants.joined(batch, new byte[10_000]), WORD, EnumSet.of(KAFKA_BATCH));

        // Then
        assertEquals(Set.of(List.of(KAFKA_BATCH)), wrappingsOf(found));
        assertEquals(Set.of(List.of(KAFKA_BATCH)), wrappingsOf(scan(batch, WORD, EnumSet.of(KAFKA_BATCH))));
    }

    @Test
    void markOnTheBorderOfTwoPiecesOfAFileIsFound(@TempDir Path folder) throws IOException {
        // Given
        byte[] bytes = new byte[40 * 1024 * 1024];
        for (int border = 16 * 1024 * 1024; border < bytes.length; border += 15 * 1024 * 1024) {
            System.arraycopy(WORD.getBytes(UTF_8), 0, bytes, border - 8, WORD.length());
        }
        Files.write(folder.resolve("large"), bytes);
        Files.writeString(folder.resolve("named " + WORD), "");
        Scanner scanner = new Scanner(marks(WORD), EnumSet.noneOf(Wrapping.class));

        // When
        scanner.read(folder, file -> true);

        // Then
        assertEquals(2, scanner.findings().size(), scanner.findings().toString());
        assertEquals(2, scanner.places().size());
    }

    private static Stream<Arguments> plants() {
        byte[] plain = WORD.getBytes(UTF_8);
        return Stream.concat(
                Stream.of(
                        plant("plain", plain),
                        plant("upper case", WORD.toUpperCase(Locale.ROOT).getBytes(UTF_8)),
                        plant("lower case", WORD.toLowerCase(Locale.ROOT).getBytes(UTF_8)),
                        plant("gzip", Plants.gzip(content(WORD)), GZIP),
                        plant("zstd", Plants.zstd(content(WORD)), ZSTD),
                        plant("zip", Plants.zip(content(WORD)), ZIP),
                        plant("base64", Plants.base64(Base64.getEncoder(), 0, plain), BASE64),
                        plant(
                                "base64, the second byte of a group",
                                Plants.base64(Base64.getEncoder(), 1, plain),
                                BASE64),
                        plant(
                                "base64, the third byte of a group",
                                Plants.base64(Base64.getEncoder(), 2, plain),
                                BASE64),
                        plant("hex", Plants.hex(HexFormat.of(), plain), HEX),
                        plant("hex in upper case", Plants.hex(HexFormat.of().withUpperCase(), plain), HEX),
                        plant("address", Plants.percent(plain), URL),
                        plant("escapes of JSON", Plants.jsonEscapes(WORD), JSON_ESCAPES),
                        plant("UTF-16, the low byte first", Plants.littleEndian(WORD), UTF_16),
                        plant("UTF-16, the high byte first", Plants.bigEndian(WORD), UTF_16),
                        plant("value compressed by PostgreSQL", Plants.compressedValue(WORD), PGLZ),
                        plant("pieces of a compressed value", Plants.compressedPieces(WORD), TOAST),
                        plant("pieces of a value", Plants.plainPieces(WORD), TOAST),
                        arguments("write-ahead log", Plants.log(WORD), List.of(WAL)),
                        plant("Kafka, lz4", Plants.kafka(Compression.lz4().build(), content(WORD)), KAFKA_BATCH),
                        plant("Kafka, snappy", Plants.kafka(Compression.snappy().build(), content(WORD)), KAFKA_BATCH)),
                nested(plain));
    }

    /** Those that are found in two ways. */
    private static Stream<Arguments> plantsAndMore() {
        return Stream.concat(
                plants(),
                Stream.of(
                        plant("Kafka, gzip", Plants.kafka(Compression.gzip().build(), content(WORD)), KAFKA_BATCH),
                        plant("Kafka, zstd", Plants.kafka(Compression.zstd().build(), content(WORD)), KAFKA_BATCH)));
    }

    private static Stream<Arguments> nested(byte[] plain) {
        // a question mark and a tilde in a row give a character that only one of the alphabets has
        byte[] marked = Plants.joined("?~?~?~".getBytes(UTF_8), plain);
        return Stream.of(
                plant("base64 for addresses", Plants.base64(Base64.getUrlEncoder(), 0, marked), BASE64),
                plant(
                        "base64 of gzip",
                        Plants.base64(Base64.getEncoder(), 0, Plants.gzip(content(WORD))),
                        BASE64,
                        GZIP),
                plant("gzip of base64", Plants.gzip(Plants.base64(Base64.getEncoder(), 0, plain)), GZIP, BASE64),
                plant("hex of UTF-16", Plants.hex(HexFormat.of(), Plants.bigEndian(WORD)), HEX, UTF_16),
                plant("JSON in JSON", Plants.jsonInJson(Plants.jsonEscapes(WORD)), JSON_ESCAPES, JSON_ESCAPES),
                plant(
                        "Kafka, lz4, of a value in zstd",
                        Plants.kafka(Compression.lz4().build(), Plants.zstd(content(WORD))),
                        ZSTD),
                plant("Kafka as it is, of gzip", Plants.kafka(Compression.NONE, Plants.gzip(content(WORD))), GZIP),
                plant(
                        "base64 of an address in zip",
                        Plants.zip(Plants.base64(Base64.getEncoder(), 1, Plants.percent(plain))),
                        ZIP,
                        BASE64,
                        URL));
    }

    private static Arguments plant(String how, byte[] plant, Wrapping... wrappings) {
        return arguments(how, among(plant), Arrays.asList(wrappings));
    }

    private static Set<Finding> scan(byte[] bytes, String word, Set<Wrapping> known) {
        Scanner scanner = new Scanner(marks(word), known);
        scanner.read("plant", bytes);
        return scanner.findings();
    }

    private static Set<List<Wrapping>> wrappingsOf(Set<Finding> findings) {
        return findings.stream().map(Finding::wrappings).collect(Collectors.toSet());
    }

    private static Marks marks(String word) {
        Marks marks = new Marks();
        marks.add("planted", word);
        return marks;
    }
}
