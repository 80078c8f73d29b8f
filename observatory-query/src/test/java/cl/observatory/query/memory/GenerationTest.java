package cl.observatory.query.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GenerationTest {

    private final Generation generation = new Generation();
    private final AtomicInteger readings = new AtomicInteger();
    private final Memory<String, Integer> memory = new Memory<>(generation, 10);

    @Test
    void nothingIsRememberedWhileNobodyTellsOfChanges() {
        assertEquals(1, read());
        assertEquals(2, read());
        assertFalse(generation.holds(generation.now()));
    }

    @Test
    void whatWasReadHoldsUntilSomethingChanges() {
        // Given
        generation.begin();

        // Then
        assertEquals(1, read());
        assertEquals(1, read());
        generation.move();
        assertEquals(2, read());
        assertEquals(2, read());
        generation.end();
        assertEquals(3, read());
        generation.begin();
        assertEquals(4, read());
    }

    @Test
    void whatChangedWhileItWasReadIsReadAgain() {
        // Given
        generation.begin();

        // When
        memory.get("key", key -> {
            generation.move();
            return readings.incrementAndGet();
        });

        // Then
        assertEquals(2, read());
    }

    private int read() {
        return memory.get("key", key -> readings.incrementAndGet());
    }
}
