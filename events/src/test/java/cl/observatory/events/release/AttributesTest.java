package cl.observatory.events.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.events.UnreadableEventException;
import com.github.luben.zstd.Zstd;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the values of estimates. */
class AttributesTest {

    private static final long SEED = 20_261_124;
    private static final UUID RELEASE = UUID.fromString("7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f");
    private static final String[] ROW = {"13101", "2024", "A"};

    private static final String WITH_ATTRIBUTES = """
            {"releaseId": "7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f", "datasetId": "cases", "sequence": 0, "rows": 2,
             "dictionaries": {"REF_AREA": ["13101"], "TIME_PERIOD": ["2024", "2025"], "OBS_STATUS": ["A"]},
             "columns": {"REF_AREA": [0, 0], "TIME_PERIOD": [0, 1], "OBS_STATUS": [0, 0], "OBS_VALUE": [412, 398]},
             "attributes": %s}
            """;

    @Test
    void attributesComeBackAsTheyWere() {
        // Given
        Random random = new Random(SEED);
        for (int round = 0; round < 100; round++) {
            List<Map<ObservationAttribute, Long>> rows = random.ints(1 + random.nextInt(20))
                    .mapToObj(any -> attributes(random))
                    .toList();
            ObservationBatch batch = batch(rows);

            // When
            ObservationBatch read = ObservationBatchCodec.decode(ObservationBatchCodec.encode(batch));

            // Then
            for (int row = 0; row < rows.size(); row++) {
                for (ObservationAttribute attribute : ObservationAttribute.values()) {
                    assertEquals(
                            rows.get(row).getOrDefault(attribute, ObservationBatch.MISSING),
                            read.attribute(attribute, row),
                            attribute + " of row " + row + ", round " + round + ", seed " + SEED);
                }
            }
        }
    }

    @Test
    void batchAfterABatchWithAttributesHasNone() {
        // Given
        ObservationBatchBuilder builder = new ObservationBatchBuilder(List.of(), 1);
        builder.add(ROW, 412, Map.of(ObservationAttribute.STD_ERR, 20L));
        builder.build(RELEASE, "estimates", 0);
        builder.add(ROW, 412, Map.of(ObservationAttribute.STD_ERR, ObservationBatch.MISSING));

        // When
        ObservationBatch second = builder.build(RELEASE, "estimates", 1);

        // Then
        assertFalse(second.hasAttributes());
        assertEquals(ObservationBatch.MISSING, second.attribute(ObservationAttribute.STD_ERR, 0));
    }

    @Test
    void attributesThatThisVersionDoesNotKnowArePassedOver() {
        // When
        ObservationBatch read = ObservationBatchCodec.decode(
                packed(WITH_ATTRIBUTES.formatted("{\"DEFF\": [[1], {\"x\": 2}], \"DF\": [37, null]}")));

        // Then
        assertEquals(37, read.attribute(ObservationAttribute.DF, 0));
        assertEquals(ObservationBatch.MISSING, read.attribute(ObservationAttribute.DF, 1));
        assertEquals(398, read.value(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"DF\": [1]}",
                "{\"DF\": [1, 2, 3]}",
                "{\"DF\": [1, 2.5]}",
                "{\"DF\": [1, \"2\"]}",
                "{\"DF\": 1}",
                "{\"DF\": [1, 9223372036854775808]}"
            })
    void attributesThatDoNotFitTheRowsAreUnreadable(String attributes) {
        // Given
        byte[] bytes = packed(WITH_ATTRIBUTES.formatted(attributes));

        // When
        Runnable read = () -> ObservationBatchCodec.decode(bytes);

        // Then
        assertThrows(UnreadableEventException.class, read::run);
    }

    @Test
    void rowWithoutAttributesIsSummedAsItAlwaysWas() throws Exception {
        // Given
        String canonical = "13101|2024|412|A";

        // When
        String sum = checksum(Map.of());

        // Then
        assertEquals(sha256(canonical), sum);
    }

    @Test
    void rowWithAttributesIsSummedWithAllOfThemInTheirOrder() throws Exception {
        // Given
        Map<ObservationAttribute, Long> attributes =
                Map.of(ObservationAttribute.STD_ERR, 20L, ObservationAttribute.SAMPLE_SIZE, 480L);

        // When
        String sum = checksum(attributes);

        // Then
        assertEquals(sha256("13101|2024|412|A|20|||480|"), sum);
    }

    @ParameterizedTest
    @EnumSource(ObservationAttribute.class)
    void everyAttributeCounts(ObservationAttribute attribute) {
        // When
        String sum = checksum(Map.of(attribute, 7L));

        // Then
        assertNotEquals(checksum(Map.of()), sum);
        assertNotEquals(checksum(Map.of(attribute, 8L)), sum);
    }

    @Test
    void rowsWithoutAttributesCountTheSameBesideRowsThatHaveThem() {
        // Given
        ReleaseChecksum together = new ReleaseChecksum();
        ReleaseChecksum apart = new ReleaseChecksum();
        Map<ObservationAttribute, Long> some = Map.of(ObservationAttribute.DF, 37L);

        // When
        together.add(batch(List.of(some, Map.of())));
        apart.add(batch(List.of(some)));
        apart.add(batch(List.of(Map.of())));

        // Then
        assertEquals(apart.hex(), together.hex());
    }

    private static Map<ObservationAttribute, Long> attributes(Random random) {
        Map<ObservationAttribute, Long> attributes = new EnumMap<>(ObservationAttribute.class);
        for (ObservationAttribute attribute : ObservationAttribute.values()) {
            if (random.nextBoolean()) {
                attributes.put(attribute, random.nextLong(-999_999_999_999_999L, 999_999_999_999_999L));
            }
        }
        return attributes;
    }

    private static ObservationBatch batch(List<Map<ObservationAttribute, Long>> rows) {
        ObservationBatchBuilder builder = new ObservationBatchBuilder(List.of(), rows.size());
        rows.forEach(attributes -> builder.add(ROW, 412, attributes));
        return builder.build(RELEASE, "estimates", 0);
    }

    private static String checksum(Map<ObservationAttribute, Long> attributes) {
        ReleaseChecksum checksum = new ReleaseChecksum();
        checksum.add(batch(List.of(attributes)));
        return checksum.hex();
    }

    private static String sha256(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "%064x".formatted(new BigInteger(1, hash));
    }

    private static byte[] packed(String document) {
        return Zstd.compress(document.getBytes(StandardCharsets.UTF_8));
    }
}
