package cl.observatory.reports;

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
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Those whose tokens the service believes in tests. */
public enum Issuer {
    /** Tells who called it. */
    GATEWAY("observatory-gateway"),
    /** Where moderators sign in. */
    STAFF("https://staff.example");

    private static final String AUDIENCE = "community-reports";

    private final String claim;

    Issuer(String claim) {
        this.claim = claim;
    }

    /**
     * @param name under which the configuration knows it
     */
    Map<String, String> settings(String name, String scopes) {
        String prefix = "reports.identity.issuers." + name;
        return Map.of(
                prefix + ".issuer", claim,
                prefix + ".keys", publicKeys().toUri().toString(),
                prefix + ".scopes", scopes);
    }

    /** What a token of it says, but for its end. */
    public JwtClaimsBuilder claims(String principal, String... scopes) {
        return Jwt.issuer(claim).audience(AUDIENCE).subject(principal).groups(Set.of(scopes));
    }

    public String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId(name()).algorithm(SignatureAlgorithm.ES256).sign(privateKey());
    }

    private PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(HexFormat.of().parseHex(System.getProperty(property("private")))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path publicKeys() {
        String known = System.getProperty(property("public"));
        return known == null ? generate() : Path.of(known);
    }

    /** The class loaders of the test JVM share its properties alone. */
    private String property(String part) {
        return "observatory.test." + name() + "." + part;
    }

    private Path generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            ECPublicKey key = (ECPublicKey) pair.getPublic();
            Path file = Files.createTempFile(name(), ".jwks.json");
            file.toFile().deleteOnExit();
            Files.writeString(file, """
                    {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}
                    """.formatted(
                            name(),
                            coordinate(key.getW().getAffineX()),
                            coordinate(key.getW().getAffineY())));
            System.setProperty(
                    property("private"),
                    HexFormat.of().formatHex(pair.getPrivate().getEncoded()));
            System.setProperty(property("public"), file.toString());
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
