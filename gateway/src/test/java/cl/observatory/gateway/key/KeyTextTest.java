package cl.observatory.gateway.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private static final String BODY = "obs_local_0123abcd_0123456789abcdefghjkmnpqrstvwxyz";

    /** Computed outside Java: the first 30 bits of 59799d12…, the beginning of the SHA-256 of the body. */
    private static final String CHECKSUM = "b5wst4";

    private static final String HASH = "8b8fe86c77be6859d0ffdc454e3490a3f5a66519c8fd40d5f29c3c3e7fc8fe5a";

    @Test
    void checksumIsTheBeginningOfTheHashInCrockfordDigits() {
        assertEquals(CHECKSUM, KeyText.checksum(BODY));
    }

    @Test
    void wellFormedKeyIsTakenApart() {
        KeyText key = KeyText.parse(BODY + CHECKSUM).orElseThrow();

        assertEquals("0123abcd", key.id());
        assertEquals(HASH, key.hash());
        assertFalse(key.toString().contains("efghjkmn"));
    }

    @Test
    void everyChangedCharacterIsNoticed() {
        String key = BODY + CHECKSUM;
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == '7' ? '8' : '7';
            String changed = key.substring(0, i) + other + key.substring(i + 1);
            assertTrue(KeyText.parse(changed).isEmpty(), changed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "obs", "obs_local__", "secret", "obs_local_0123abcd_", "ÑÑÑ", "obs_x_0123abcd_0"})
    void otherTextIsNoKey(String text) {
        assertTrue(KeyText.parse(text).isEmpty());
        assertTrue(KeyText.parse(BODY + CHECKSUM + text + "x").isEmpty());
    }

    @Test
    void upperCaseIsNotTheSameKey() {
        assertTrue(KeyText.parse((BODY + CHECKSUM).toUpperCase(Locale.ROOT)).isEmpty());
    }
}
