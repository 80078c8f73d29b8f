package cl.observatory.events.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ObservationBatchBuilderTest {

    private static final UUID RELEASE = UUID.fromString("7f0f8a52-6f6b-4f0e-8f43-2d1c0b9a8e7f");

    private final ObservationBatchBuilder builder = new ObservationBatchBuilder(List.of("SEX"), 2);

    @Test
    void builderIsFullAtItsCapacityAndEmptyOnceBuilt() {
        // Given
        builder.add(new String[] {"13101", "2024", "F", "A"}, 1);
        boolean fullWithOne = builder.isFull();
        builder.add(new String[] {"13101", "2024", "M", "A"}, 2);
        boolean fullWithTwo = builder.isFull();

        // When
        ObservationBatch batch = builder.build(RELEASE, "cases", 0);

        // Then
        assertFalse(fullWithOne);
        assertTrue(fullWithTwo);
        assertEquals(2, batch.rows());
        assertTrue(builder.isEmpty());
    }

    @Test
    void eachBatchHasDictionariesOfItsOwn() {
        // Given
        builder.add(new String[] {"13101", "2024", "F", "A"}, 1);
        ObservationBatch first = builder.build(RELEASE, "cases", 0);
        builder.add(new String[] {"01101", "2023", "M", "P"}, 2);

        // When
        ObservationBatch second = builder.build(RELEASE, "cases", 1);

        // Then
        assertEquals(List.of("REF_AREA", "TIME_PERIOD", "SEX", "OBS_STATUS"), second.columns());
        assertEquals(List.of("01101"), second.dictionary(0));
        assertEquals(List.of("P"), second.dictionary(3));
        assertEquals(2, second.value(0));
        assertEquals(List.of("13101"), first.dictionary(0));
        assertEquals(1, first.value(0));
    }

    @Test
    void dictionariesListCodesInTheOrderOfTheirFirstUse() {
        // Given
        builder.add(new String[] {"13101", "2024", "M", "A"}, 1);
        builder.add(new String[] {"01101", "2024", "M", "A"}, 1);

        // When
        ObservationBatch batch = builder.build(RELEASE, "cases", 0);

        // Then
        assertEquals(List.of("13101", "01101"), batch.dictionary(0));
        assertEquals(List.of("M"), batch.dictionary(2));
        assertEquals(1, batch.code(0, 1));
        assertEquals(0, batch.code(2, 1));
    }

    @Test
    void rowsAreNotMixedUpWhenTheBuilderGrows() {
        // Given
        ObservationBatchBuilder large = new ObservationBatchBuilder(List.of(), 5000);
        for (int i = 0; i < 3000; i++) {
            large.add(
                    new String[] {Integer.toString(10_000 + i), "2024", "A"},
                    i,
                    i % 2 == 0 ? Map.of(ObservationAttribute.STD_ERR, (long) -i) : Map.of());
        }
        int gathered = large.rows();

        // When
        ObservationBatch batch = large.build(RELEASE, "cases", 0);

        // Then
        assertEquals(3000, gathered);
        assertEquals(3000, batch.rows());
        for (int i = 0; i < 3000; i++) {
            assertEquals(Integer.toString(10_000 + i), batch.dictionary(0).get(batch.code(0, i)));
            assertEquals(i, batch.value(i));
            assertEquals(i % 2 == 0 ? -i : ObservationBatch.MISSING, batch.attribute(ObservationAttribute.STD_ERR, i));
        }
    }
}
