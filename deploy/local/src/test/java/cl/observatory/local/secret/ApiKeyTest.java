package cl.observatory.local.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    /** Computed by another program. */
    private static final String KNOWN = "obs_local_abcd2345_0123456789abcdefghjkmnpqrstvwxyzqe9rea";

    private final SecureRandom random = new SecureRandom();

    @Test
    void theChecksumIsTheFirstBitsOfTheHashOfAllBeforeIt() {
        assertEquals(KNOWN, new ApiKey("abcd2345", "0123456789abcdefghjkmnpqrstvwxyz").text());
    }

    @Test
    void aRandomKeyHasTheFormatThatScannersLookFor() {
        String text = ApiKey.random(random).text();

        assertTrue(text.matches("obs_local_[0-9a-hjkmnp-tv-z]{8}_[0-9a-hjkmnp-tv-z]{38}"), text);
        assertEquals(text, ApiKey.parse(text).text());
    }

    @Test
    void noTwoKeysAreTheSame() {
        assertNotEquals(ApiKey.random(random), ApiKey.random(random));
    }

    @Test
    void aKeyWithATypingErrorIsNone() {
        String typo = KNOWN.replace("0123", "0132");

        assertThrows(IllegalArgumentException.class, () -> ApiKey.parse(typo));
    }

    @Test
    void aKeyThatIsLoggedByMistakeTellsItsIdOnly() {
        assertEquals("obs_local_abcd2345", ApiKey.parse(KNOWN).toString());
    }
}
