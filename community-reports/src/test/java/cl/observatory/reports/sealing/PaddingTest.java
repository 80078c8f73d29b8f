package cl.observatory.reports.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddingTest {

    private static final int SIZE = 64;
    private static final int MOST = SIZE - 4;

    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, MOST - 1, MOST})
    void contentOfAnyLengthBecomesOfOneSizeAndComesBack(int length) {
        // Given
        byte[] content = new byte[length];
        random.nextBytes(content);

        // When
        byte[] padded = Padding.pad(content, SIZE);

        // Then
        assertEquals(SIZE, padded.length);
        assertArrayEquals(content, Padding.unpad(padded));
    }

    @Test
    void moreThanFitsIsRefusedAndNotCutOff() {
        assertThrows(IllegalArgumentException.class, () -> Padding.pad(new byte[MOST + 1], SIZE));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, MOST + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void lengthThatCannotBeIsRefused(int length) {
        // Given
        byte[] padded = ByteBuffer.allocate(SIZE).putInt(length).array();

        assertThrows(IllegalArgumentException.class, () -> Padding.unpad(padded));
        assertThrows(IllegalArgumentException.class, () -> Padding.unpad(new byte[3]));
    }
}
