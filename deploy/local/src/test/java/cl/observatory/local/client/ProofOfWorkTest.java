package cl.observatory.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofOfWorkTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 13, 16})
    void digestBeginsWithSoManyZeros(int bits) throws NoSuchAlgorithmException {
        String proof = ProofOfWork.of("POST /v1/reports", DAY, bits);

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(proof.getBytes(StandardCharsets.US_ASCII));
        assertTrue(new BigInteger(1, hash).bitLength() <= 256 - bits, proof);
        assertTrue(proof.startsWith("1:" + bits + ":20260601:POST /v1/reports:"), proof);
        assertTrue(proof.matches("1:[0-9]+:[0-9]{8}:POST /v1/reports:[0-9A-Za-z_-]{16,}:[0-9]+"), proof);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void noTwoAreTheSame(int bits) {
        assertNotEquals(ProofOfWork.of("POST /x", DAY, bits), ProofOfWork.of("POST /x", DAY, bits));
        assertEquals(6, ProofOfWork.of("POST /x", DAY, bits).split(":", -1).length);
    }
}
