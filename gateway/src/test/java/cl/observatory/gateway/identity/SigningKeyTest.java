package cl.observatory.gateway.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cl.observatory.gateway.support.KeyPairs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {

    /** The key of RFC 7517, appendix A, whose public half is printed there. */
    private static final String RFC_KEY = """
            {"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
             "y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM",
             "d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE"}
            """;

    @TempDir
    private Path folder;

    /** Repeated, since half of all keys have the one square root and half the other. */
    @RepeatedTest(10)
    void publicHalfIsFoundFromThePrivateOne() throws Exception {
        KeyPair pair = KeyPairs.p256();

        SigningKey key = SigningKey.read(KeyPairs.pem(pair.getPrivate(), folder));

        assertEquals(((ECPublicKey) pair.getPublic()).getW(), key.publicKey().getW());
    }

    @Test
    void nameIsTheThumbprintOfThePublicKey() throws IOException, JoseException {
        // Given
        var known = (org.jose4j.jwk.EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(RFC_KEY);

        // When
        SigningKey key = SigningKey.read(KeyPairs.pem(known.getPrivateKey(), folder));

        // Then
        assertEquals("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", key.id());
        assertFalse(key.toString().contains(known.getPrivateKey().toString()));
        assertFalse(key.publicJwk().contains("\"d\""));
    }

    @Test
    void otherKeysAreRefused() throws GeneralSecurityException, IOException {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        KeyPairGenerator p384 = KeyPairGenerator.getInstance("EC");
        p384.initialize(384);
        Path rsaFile = KeyPairs.pem(rsa.generateKeyPair().getPrivate(), folder);
        assertThrows(IllegalStateException.class, () -> SigningKey.read(rsaFile));
        Path p384File = KeyPairs.pem(p384.generateKeyPair().getPrivate(), folder);
        assertThrows(IllegalStateException.class, () -> SigningKey.read(p384File));
        Path text = Files.writeString(folder.resolve("text.pem"), "no key");
        assertThrows(IllegalStateException.class, () -> SigningKey.read(text));
    }
}
