package cl.observatory.reports.sealing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Curve25519Test {

    private static final HexFormat HEX = HexFormat.of();

    private final Curve25519 inJava = new Curve25519(Optional.empty());
    private final Curve25519 byLibrary = new Curve25519(Optional.of(Conscrypt.newProvider()));

    /** Of RFC 7748, section 6.1. */
    @ParameterizedTest
    @CsvSource({
        "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a,"
                + "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
        "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb,"
                + "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"
    })
    void publicHalvesAreThoseOfTheStandard(String privateKey, String publicKey) throws GeneralSecurityException {
        for (Curve25519 curve : List.of(inJava, byLibrary, Curve25519.best())) {
            assertEquals(publicKey, HEX.formatHex(curve.publicKey(HEX.parseHex(privateKey))));
        }
    }

    @Test
    void bothWaysGiveTheSameBytes() throws GeneralSecurityException {
        // Given
        SecureRandom random = new SecureRandom();
        byte[] privateKey = new byte[Hpke.KEY_LENGTH];

        for (int i = 0; i < 100; i++) {
            random.nextBytes(privateKey);

            // Then
            assertArrayEquals(inJava.publicKey(privateKey), byLibrary.publicKey(privateKey));
        }
    }

    @Test
    void whatIsNoKeyIsRefusedBothWays() {
        for (Curve25519 curve : List.of(inJava, byLibrary)) {
            assertThrows(GeneralSecurityException.class, () -> curve.publicKey(new byte[Hpke.KEY_LENGTH - 1]));
        }
    }

    /** Tink looks for it by this name, and is slow without a word when it is not there. */
    @Test
    void tinkFindsTheLibrary() {
        // When
        Hpke.parameters();

        // Then
        assertNotNull(Security.getProvider("Conscrypt"));
    }

    /** Nothing else that the process encrypts, digests or signs changes hands by it. */
    @Test
    void nobodyIsGivenTheLibraryWhoDoesNotAskForIt() {
        // When
        Hpke.parameters();

        // Then
        Provider last = Arrays.stream(Security.getProviders()).toList().getLast();
        assertEquals("Conscrypt", last.getName());
    }
}
