package cl.observatory.events.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.events.UnreadableEventException;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationBatchCodecTest {

    private static final long SEED = 1_124;

    private static final String READABLE = """
            {"releaseId": "7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f", "datasetId": "cases", "sequence": 0, "rows": 2,
             "dictionaries": {"REF_AREA": ["13101"], "TIME_PERIOD": ["2024"], "OBS_STATUS": ["A", "P"]},
             "columns": {"REF_AREA": [0, 0], "TIME_PERIOD": [0, 0], "OBS_STATUS": [0, 1], "OBS_VALUE": [1, null]}}
            """;

    @Test
    void batchesComeBackAsTheyWere() {
        // Given
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            int dimensions = random.nextInt(5);
            List<Batches.Row> rows = Batches.rows(random, 1 + random.nextInt(500), dimensions);
            ObservationBatch batch = Batches.of(rows, dimensions);

            // When
            ObservationBatch read = ObservationBatchCodec.decode(ObservationBatchCodec.encode(batch));

            // Then
            String context = "round " + i + ", seed " + SEED;
            assertEquals(batch.releaseId(), read.releaseId(), context);
            assertEquals(batch.datasetId(), read.datasetId(), context);
            assertEquals(batch.sequence(), read.sequence(), context);
            assertEquals(batch.columns(), read.columns(), context);
            assertEquals(canonical(rows), canonical(Batches.rowsOf(read)), context);
        }
    }

    @Test
    void missingIsNotZero() {
        // When
        ObservationBatch read = ObservationBatchCodec.decode(packed(READABLE.replace("[1, null]", "[0, null]")));

        // Then
        assertEquals(0, read.value(0));
        assertEquals(List.of(false, true), List.of(read.isMissing(0), read.isMissing(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"rows\": 2 ~ \"rows\": 0",
                "\"rows\": 2 ~ \"rows\": -1",
                "\"rows\": 2 ~ \"rows\": 1",
                "\"rows\": 2 ~ \"rows\": 3",
                "\"rows\": 2 ~ \"rows\": 2147483647",
                "\"rows\": 2 ~ \"rows\": 2147483648",
                "\"rows\": 2 ~ \"rows\": \"2\"",
                "\"rows\": 2, ~ \"row\": 2,",
                "\"sequence\": 0 ~ \"sequence\": -1",
                "\"sequence\": 0 ~ \"sequence\": null",
                "\"datasetId\": \"cases\" ~ \"datasetId\": 5",
                "\"datasetId\": \"cases\", ~ \"\": 1,",
                "7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f ~ 7f0f8a52",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": [0]",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": [0, 0, 0]",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": [0, 1]",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": [0, -1]",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": [0, null]",
                "\"REF_AREA\": [0, 0] ~ \"REF_AREA\": 0",
                "\"REF_AREA\": [0, 0], ~ \"\": [0, 0],",
                "[\"13101\"] ~ [13101]",
                "[\"13101\"] ~ []",
                "\"REF_AREA\": [\"13101\"], ~ \"\": [],",
                "\"TIME_PERIOD\": [\"2024\"] ~ \"PERIOD\": [\"2024\"]",
                "[1, null] ~ [1]",
                "[1, null] ~ [1, 2, 3]",
                "[1, null] ~ [1.5, 2]",
                "[1, null] ~ [1, \"2\"]",
                "[1, null] ~ [9223372036854775808, 2]",
                ", \"OBS_VALUE\": [1, null] ~ ''",
                "\"dictionaries\": { ~ \"dictionaries\": [1], \"x\": {",
                "\"columns\": { ~ \"columns\": null, \"x\": {",
            })
    void batchWithAFaultIsUnreadable(String right, String wrong) {
        // Given
        byte[] bytes = packed(READABLE.replace(right, wrong));

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
        assertEquals(2, ObservationBatchCodec.decode(packed(READABLE)).rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "{", "{}", "\"text\"", "no JSON at all"})
    void whatIsNoDocumentOfABatchIsUnreadable(String document) {
        // Given
        byte[] bytes = packed(document);

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void batchWithSomethingBehindItIsUnreadable() {
        // Given
        byte[] bytes = packed(READABLE + READABLE);

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void documentThatIsNotPackedIsUnreadable() {
        // Given
        byte[] bytes = READABLE.getBytes(StandardCharsets.UTF_8);

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes);
        Runnable readNothing = () -> ObservationBatchCodec.decode(new byte[0]);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
        assertThrows(UnreadableEventException.class, readNothing::run);
    }

    @Test
    void batchThatWasCutOffAnywhereIsUnreadable() {
        // Given
        byte[] whole = ObservationBatchCodec.encode(Batches.of(Batches.rows(new Random(SEED), 20, 1), 1));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // When
            Runnable read = () -> ObservationBatchCodec.decode(cut);

            // Then
            assertThrows(UnreadableEventException.class, read::run, "cut to " + length + " of " + whole.length);
        }
    }

    /** A flipped bit may go unnoticed here, which is what the checksum of a release is for; it must not do other harm. */
    @Test
    void batchWithAFlippedBitIsReadOrUnreadableAndNothingElse() {
        // Given
        byte[] whole = ObservationBatchCodec.encode(Batches.of(Batches.rows(new Random(SEED), 50, 1), 1));
        int unreadable = 0;
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);

            // When
            try {
                ObservationBatchCodec.decode(damaged);
            } catch (UnreadableEventException told) {
                unreadable++;
            }
        }

        // Then
        assertTrue(unreadable > whole.length, unreadable + " of " + whole.length * 8);
    }

    @Test
    void frameThatSaysItUnpacksToTooMuchIsUnreadableWithoutUnpackingIt() {
        // Given
        byte[] bomb = Zstd.compress(new byte[ObservationBatchCodec.MAX_BYTES + 1]);

        // When
        UnreadableEventException refusal =
                assertThrows(UnreadableEventException.class, () -> ObservationBatchCodec.decode(bomb));

        // Then
        assertEquals("a batch unpacks to " + (ObservationBatchCodec.MAX_BYTES + 1) + " bytes", refusal.getMessage());
    }

    @Test
    void frameThatHoldsMoreThanItSaysIsUnreadable() {
        // Given
        byte[] honest = packed(READABLE);
        byte[] more = Arrays.copyOf(honest, honest.length + honest.length);
        System.arraycopy(honest, 0, more, honest.length, honest.length);

        // When
        Runnable read = () -> ObservationBatchCodec.decode(more);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void frameThatDoesNotSayHowMuchItHoldsIsUnreadable() throws IOException {
        // Given
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream stream = new ZstdOutputStream(bytes)) {
            stream.write(READABLE.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        }

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes.toByteArray());

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void numberOfRowsIsBelievedOnlyAsFarAsTheDocumentIsLong() {
        // Given
        String columns = READABLE.replace("\"rows\": 2", "\"rows\": 2000000000");

        // When
        UnreadableEventException refusal =
                assertThrows(UnreadableEventException.class, () -> ObservationBatchCodec.decode(packed(columns)));

        // Then
        assertEquals("a batch has at least one row, and none that is not there", refusal.getMessage());
    }

    private static List<String> canonical(List<Batches.Row> rows) {
        return rows.stream().map(Batches.Row::canonical).toList();
    }

    private static byte[] packed(String document) {
        return Zstd.compress(document.getBytes(StandardCharsets.UTF_8));
    }
}
