package cl.observatory.ingest;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
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
import java.util.Map;
import java.util.Set;

/** Requests with an identity token, as the gateway would send them. */
public final class Caller {

    /** Shared by the class loaders of the test JVM. */
    private static final String PRIVATE_KEY = "observatory.test.gateway-key";

    private static final String PUBLIC_KEYS = "observatory.test.gateway-keys";

    private Caller() {}

    static Path publicKeys() {
        String known = System.getProperty(PUBLIC_KEYS);
        return known == null ? generate() : Path.of(known);
    }

    public static RequestSpecification steward() {
        return as("steward", "data:read", "data:write");
    }

    public static RequestSpecification approver() {
        return as("approver", "data:read", "data:approve");
    }

    public static RequestSpecification as(String principal, String... scopes) {
        return RestAssured.given().header("Authorization", "Bearer " + token("observatory-ingest", principal, scopes));
    }

    /** A caller whose scopes are bound by further claims of the token. */
    public static RequestSpecification bound(String principal, Map<String, Object> bindings, String... scopes) {
        JwtClaimsBuilder claims =
                claims("observatory-ingest", principal, scopes).expiresIn(Duration.ofSeconds(60));
        bindings.forEach(claims::claim);
        return RestAssured.given().header("Authorization", "Bearer " + sign(claims, gatewayKey()));
    }

    public static String token(String audience, String principal, String... scopes) {
        return sign(claims(audience, principal, scopes).expiresIn(Duration.ofSeconds(60)), gatewayKey());
    }

    /** What a token of the gateway says, but for its end. */
    public static JwtClaimsBuilder claims(String audience, String principal, String... scopes) {
        return Jwt.issuer("observatory-gateway")
                .audience(audience)
                .subject(principal)
                .groups(Set.of(scopes));
    }

    public static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId("test").algorithm(SignatureAlgorithm.ES256).sign(key);
    }

    public static PrivateKey gatewayKey() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(HexFormat.of().parseHex(System.getProperty(PRIVATE_KEY))));
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
