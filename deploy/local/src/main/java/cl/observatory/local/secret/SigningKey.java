package cl.observatory.local.secret;

import cl.observatory.local.process.PrivateFiles;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A key with which somebody signs who is calling, and the key set with which the services verify it. */
final class SigningKey {

    private static final int COORDINATE_LENGTH = 32;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private SigningKey() {}

    /**
     * Makes the pair if there is none. The public half is written first: the private one cannot bring it back, so that
     * a private key on disk means that both are whole.
     */
    static void createIfMissing(Path pem, Path jwks) throws IOException {
        if (Files.exists(pem) && Files.exists(jwks)) {
            return;
        }
        KeyPair pair = generate();
        PrivateFiles.write(jwks, keySet((ECPublicKey) pair.getPublic()));
        PrivateFiles.write(pem, Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String keySet(ECPublicKey key) throws IOException {
        String x = coordinate(key.getW().getAffineX());
        String y = coordinate(key.getW().getAffineY());
        // RFC 7638: the required members in this order and nothing else.
        String thumbprint = BASE64_URL.encodeToString(
                Sha256.of("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"%s\",\"y\":\"%s\"}".formatted(x, y)));
        Map<String, String> jwk = new LinkedHashMap<>();
        jwk.put("kty", "EC");
        jwk.put("crv", "P-256");
        jwk.put("x", x);
        jwk.put("y", y);
        jwk.put("use", "sig");
        jwk.put("alg", "ES256");
        jwk.put("kid", thumbprint);
        return new ObjectMapper().writeValueAsString(Map.of("keys", List.of(jwk)));
    }

    private static String coordinate(BigInteger value) {
        byte[] signed = value.toByteArray();
        byte[] padded = new byte[COORDINATE_LENGTH];
        int length = Math.min(signed.length, COORDINATE_LENGTH);
        System.arraycopy(signed, signed.length - length, padded, COORDINATE_LENGTH - length, length);
        return BASE64_URL.encodeToString(padded);
    }
}
