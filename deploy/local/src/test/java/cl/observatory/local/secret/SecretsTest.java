package cl.observatory.local.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final List<String> ACCOUNTS = List.of("ingest", "query");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private Secrets secrets;

    @BeforeEach
    void create() {
        secrets = new Secrets(folder.resolve("secrets"), folder.resolve("identity"));
        secrets.createMissing(ACCOUNTS);
    }

    @Test
    void nobodyButTheOwnerReadsThem() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("secrets"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                assertTrue(permissions.endsWith("------"), file + " " + permissions);
            }
        }
    }

    @Test
    void aSecondStartKeepsEverySecret() throws IOException {
        // Given
        Map<String, String> before = contents();

        // When
        secrets.createMissing(ACCOUNTS);

        // Then
        assertEquals(before, contents());
    }

    @Test
    void theKeySetVerifiesWhatTheSigningKeySigned() throws IOException, GeneralSecurityException {
        // Given
        byte[] message = {1, 2, 3};
        Signature signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(signingKey());
        signing.update(message);
        byte[] signature = signing.sign();

        // When
        Signature verifying = Signature.getInstance("SHA256withECDSA");
        verifying.initVerify(publicKey());
        verifying.update(message);

        // Then
        assertTrue(verifying.verify(signature));
    }

    @Test
    void theKeyIdIsTheThumbprintOfTheKey() throws IOException {
        JsonNode key = publicJwk();

        String canonical = "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(key.get("x").asText(), key.get("y").asText());
        String thumbprint = Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(canonical));
        assertEquals(thumbprint, key.get("kid").asText());
        assertEquals("sig", key.get("use").asText());
        assertEquals("ES256", key.get("alg").asText());
        assertFalse(key.has("d"), "the private half must not be here");
    }

    @Test
    void theGatewayGetsTheHashesOfTheKeysAndNotTheKeys() throws IOException {
        String imported = Files.readString(secrets.gatewayKeys());

        JsonNode steward = JSON.readTree(imported).get(0);
        String key = secrets.apiKey(LocalPrincipal.STEWARD).text();
        assertEquals("local-steward", steward.get("principal").asText());
        assertEquals("[\"data:read\",\"data:write\"]", steward.get("scopes").toString());
        assertEquals(
                secrets.apiKey(LocalPrincipal.STEWARD).sha256(),
                steward.get("sha256").asText());
        assertFalse(imported.contains(key));
    }

    @Test
    void theGatewayIsToldWhatAKeyIsBoundTo() throws IOException {
        JsonNode keys = JSON.readTree(Files.readString(secrets.gatewayKeys()));

        assertFalse(keys.get(0).has("organization"));
        assertFalse(keys.get(0).has("territories"));
        JsonNode municipality = keys.get(2);
        assertEquals("local-municipality", municipality.get("principal").asText());
        assertEquals("municipality-13101", municipality.get("organization").asText());
        assertEquals("[\"13101\"]", municipality.get("territories").toString());
    }

    @Test
    void aStackOfBeforeAPrincipalGetsItsKeyAndKeepsTheOthers() throws IOException {
        // Given
        String all = Files.readString(secrets.apiKeys());
        Files.writeString(
                secrets.apiKeys(),
                all.lines()
                        .filter(line -> !line.startsWith("municipality="))
                        .collect(Collectors.joining("\n", "", "\n")));
        String steward = secrets.apiKey(LocalPrincipal.STEWARD).text();

        // When
        secrets.createMissing(ACCOUNTS);

        // Then
        assertEquals(steward, secrets.apiKey(LocalPrincipal.STEWARD).text());
        assertTrue(secrets.apiKey(LocalPrincipal.MUNICIPALITY).text().startsWith("obs_local_"));
    }

    @Test
    void whoeverFilesForOthersMayDoThatAndReadAndNothingElse() throws IOException {
        JsonNode relay = JSON.readTree(Files.readString(secrets.gatewayKeys())).get(3);

        assertEquals("local-relay", relay.get("principal").asText());
        assertEquals("[\"data:read\",\"reports:relay\"]", relay.get("scopes").toString());
        assertEquals("neighbours-of-13101", relay.get("organization").asText());
    }

    @Test
    void keysOfReportsAreThirtyTwoBytesEachAndNoTwoAreTheSame() throws IOException {
        ReportsSecrets reports = secrets.reports();

        Set<String> keys = new HashSet<>();
        for (Path key : List.of(reports.receiptKey(), reports.laneKey(), reports.signalKey())) {
            String written = Files.readString(key).strip();
            assertEquals(32, Base64.getDecoder().decode(written).length);
            keys.add(written);
        }
        assertEquals(3, keys.size());
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(file.toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private PrivateKey signingKey() throws IOException, GeneralSecurityException {
        String body = Files.readString(secrets.signingKey())
                .lines()
                .filter(line -> !line.startsWith("-----"))
                .reduce("", String::concat);
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private PublicKey publicKey() throws IOException, GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        ECPoint point = new ECPoint(coordinate("x"), coordinate("y"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private BigInteger coordinate(String name) throws IOException {
        byte[] bytes =
                Base64.getUrlDecoder().decode(publicJwk().get(name).asText().getBytes(StandardCharsets.US_ASCII));
        return new BigInteger(1, bytes);
    }

    private JsonNode publicJwk() throws IOException {
        return JSON.readTree(Files.readString(secrets.keySet())).get("keys").get(0);
    }
}
