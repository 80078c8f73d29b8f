package cl.observatory.ingest.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    @Test
    void ordinaryTextIsShownAsItIs() {
        assertEquals("Ñuñoa, O’Higgins «1.023» 😀", ShownText.of("Ñuñoa, O’Higgins «1.023» 😀"));
        assertEquals("", ShownText.of(""));
    }

    @Test
    void longTextIsCutBetweenCharacters() {
        assertEquals("x".repeat(100), ShownText.of("x".repeat(100)));
        assertEquals("x".repeat(100) + "…", ShownText.of("x".repeat(101)));
        assertEquals("😀".repeat(100), ShownText.of("😀".repeat(100)));
        assertEquals("😀".repeat(100) + "…", ShownText.of("😀".repeat(1_000_000)));
    }

    @Test
    void controlCharactersAreShownAsSigns() {
        assertEquals("␀␉␊␍␛[31m␡", ShownText.of("\0\t\n\r\u001b[31m\u007f"));
        assertEquals("\ufffd\ufffd\ufffd\ufffd", ShownText.of("\u0085\u202e\u2028\ufeff"));
        assertEquals("a\ufffdb\ufffd", ShownText.of("a\ud83db\udc00"));
    }

    /** Anything at all can be encoded, and stays short. */
    @Test
    void everyTextCanBeShown() {
        long seed = 1;
        Random random = new Random(seed);
        for (int i = 0; i < 1000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(300), 0, 1 << 16).forEach(unit -> text.append((char) unit));

            String shown = ShownText.of(text.toString());

            assertTrue(shown.codePointCount(0, shown.length()) <= 101, "seed " + seed);
            assertTrue(
                    shown.codePoints()
                            .noneMatch(point ->
                                    Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE),
                    "seed " + seed);
        }
    }
}
