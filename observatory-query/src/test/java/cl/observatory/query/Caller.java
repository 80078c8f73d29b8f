package cl.observatory.query;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;

/** Requests with an identity token, as the gateway would send them. */
public final class Caller {

    /** Shared by the class loaders of the test JVM. */
    private static final String PRIVATE_KEY = "observatory.test.gateway-key";

    private static final String PUBLIC_KEYS = "observatory.test.gateway-keys";

    private static final RestAssuredConfig EXACT_NUMBERS = RestAssured.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));

    private Caller() {}

    static Path publicKeys() {
        String known = System.getProperty(PUBLIC_KEYS);
        return known == null ? generate() : Path.of(known);
    }

    public static RequestSpecification reader() {
        return as("anonymous", "data:read");
    }

    public static RequestSpecification as(String principal, String... scopes) {
        return RestAssured.given()
                .config(EXACT_NUMBERS)
                .header("Authorization", "Bearer " + token("observatory-query", principal, scopes));
    }

    /** Waits until readers are answered from that release of a data set, or a later one. */
    public static void awaitRelease(String dataset, int sequence) {
        await().untilAsserted(() -> reader().get("/v1/datasets/{id}/releases", dataset)
                .then()
                .statusCode(200)
                .body("items[0].sequence", greaterThanOrEqualTo(sequence)));
    }

    /** Waits until there is something at a path. */
    public static void awaitFound(String path, Object... parameters) {
        await().until(() -> reader().get(path, parameters).statusCode() == 200);
    }

    /** Waits until a territory has passed its people on to those, and to no others. */
    public static void awaitSuccessors(String territory, String... successors) {
        await().untilAsserted(() -> reader().get("/v1/territories/{code}", territory)
                .then()
                .statusCode(200)
                .body("successors.code", containsInAnyOrder(successors)));
    }

    public static String token(String audience, String principal, String... scopes) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(System.getProperty(PRIVATE_KEY))));
            return Jwt.issuer("observatory-gateway")
                    .audience(audience)
                    .subject(principal)
                    .groups(Set.of(scopes))
                    .expiresIn(Duration.ofSeconds(60))
                    .jws()
                    .keyId("test")
                    .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                    .sign(key);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            Path file = Files.createTempFile("gateway", ".jwks.json");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"test","x":"%s","y":"%s"}]}
                    """.formatted(
                    coordinate(key.getW().getAffineX()), coordinate(key.getW().getAffineY())));
            System.setProperty(
                    PRIVATE_KEY, HexFormat.of().formatHex(pair.getPrivate().getEncoded()));
            System.setProperty(PUBLIC_KEYS, file.toString());
            return file;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = new byte[32];
        byte[] raw = value.toByteArray();
        int length = Math.min(raw.length, 32);
        System.arraycopy(raw, raw.length - length, bytes, 32 - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
