package cl.observatory.benchmark;

import cl.observatory.local.secret.Secrets;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Tokens as the gateway signs them for an anonymous caller, so that a service can be asked without it. */
final class IdentityToken {

    private static final int LIFE_SECONDS = 60;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final ObjectMapper json = new ObjectMapper();
    private final PrivateKey key;
    private final String keyId;
    private final String audience;

    /**
     * @param audience the service that believes it
     */
    IdentityToken(Secrets secrets, String audience) throws IOException {
        this.audience = audience;
        String body = Files.readString(secrets.signingKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
        JsonNode published = json.readTree(Files.readString(secrets.keySet()));
        this.keyId = published.get("keys").get(0).get("kid").asText();
        try {
            this.key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the gateway's key cannot be read", unusable);
        }
    }

    /** Holds for a minute. */
    String sign() {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims = new TreeMap<>(Map.of(
                "iss",
                "observatory-gateway",
                "aud",
                audience,
                "sub",
                "anonymous",
                "groups",
                new String[] {"data:read"},
                "iat",
                now,
                "exp",
                now + LIFE_SECONDS,
                "jti",
                "benchmark-" + now));
        try {
            String signed = encoded(Map.of("alg", "ES256", "typ", "JWT", "kid", keyId)) + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String encoded(Map<String, Object> claims) throws IOException {
        return BASE64_URL.encodeToString(json.writeValueAsBytes(claims));
    }
}
