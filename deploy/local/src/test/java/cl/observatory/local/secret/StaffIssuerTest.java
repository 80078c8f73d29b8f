package cl.observatory.local.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffIssuerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @TempDir
    private Path folder;

    private StaffIssuer staff;

    @BeforeEach
    void create() throws IOException {
        staff = new StaffIssuer(folder.resolve("staff.pem"), folder.resolve("staff.jwks.json"));
        staff.createIfMissing();
    }

    @Test
    void tokenTellsWhoModeratesForAnHour() throws IOException {
        String[] parts = staff.token("second.moderator", NOW).split("\\.", -1);

        assertEquals(3, parts.length);
        JsonNode header = decoded(parts[0]);
        assertEquals("ES256", header.get("alg").asText());
        assertEquals(publicKey().get("kid"), header.get("kid"));
        JsonNode claims = decoded(parts[1]);
        assertEquals("local-staff", claims.get("iss").asText());
        assertEquals("community-reports", claims.get("aud").asText());
        assertEquals("second.moderator", claims.get("sub").asText());
        assertEquals("[\"reports:moderate\"]", claims.get("groups").toString());
        assertEquals(NOW.getEpochSecond(), claims.get("iat").asLong());
        assertEquals(NOW.plusSeconds(3_600).getEpochSecond(), claims.get("exp").asLong());
    }

    @Test
    void keySetVerifiesTheTokenAndNoOther() throws IOException, GeneralSecurityException {
        String token = staff.token("moderator", NOW);

        assertTrue(isSigned(token));
        assertFalse(isSigned(token.replaceFirst("\\.", ".x")));
    }

    @Test
    void nameThatIsNoNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> staff.token("a b", NOW));
        assertThrows(IllegalArgumentException.class, () -> staff.token("", NOW));
    }

    private boolean isSigned(String token) throws IOException, GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        PublicKey key = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(coordinate("x"), coordinate("y")), curve.getParameterSpec(ECParameterSpec.class)));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(key);
        int end = token.lastIndexOf('.');
        signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
    }

    private BigInteger coordinate(String name) throws IOException {
        return new BigInteger(
                1, Base64.getUrlDecoder().decode(publicKey().get(name).asText()));
    }

    private JsonNode publicKey() throws IOException {
        return JSON.readTree(Files.readString(staff.keySet())).at("/keys/0");
    }

    private static JsonNode decoded(String part) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(part));
    }
}
