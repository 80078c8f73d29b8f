package cl.observatory.local.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where the staff of a local stack sign in: gives moderators tokens, as the provider of the institution does that runs an
 * observatory.
 *
 * @param signingKey a PEM file
 * @param keySet what the moderation role verifies tokens with
 */
public record StaffIssuer(Path signingKey, Path keySet) {

    /** The claim {@code iss}. */
    public static final String NAME = "local-staff";

    public static final String SCOPE = "reports:moderate";

    private static final String AUDIENCE = "community-reports";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Pattern PERSON = Pattern.compile("[a-z][a-z0-9.-]{0,62}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    void createIfMissing() throws IOException {
        SigningKey.createIfMissing(signingKey, keySet);
    }

    /**
     * @param person any name: what two people must do is done with two names
     */
    public String token(String person, Instant now) {
        if (!PERSON.matcher(person).matches()) {
            throw new IllegalArgumentException("Not a name of a person: it must match " + PERSON);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", NAME);
        claims.put("aud", AUDIENCE);
        claims.put("sub", person);
        claims.put("groups", List.of(SCOPE));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
        try {
            String signed = encoded(Map.of("alg", "ES256", "typ", "JWT", "kid", keyId())) + "." + encoded(claims);
            return signed + "." + BASE64_URL.encodeToString(signature(signed));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the keys of the staff", failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(Map<String, Object> part) throws JsonProcessingException {
        return BASE64_URL.encodeToString(JSON.writeValueAsBytes(part));
    }

    private String keyId() throws IOException {
        return JSON.readTree(Files.readString(keySet)).at("/keys/0/kid").asText();
    }

    private byte[] signature(String signed) throws IOException, GeneralSecurityException {
        // The form of RFC 7518: both numbers one after the other, and no ASN.1 around them.
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(privateKey());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signature.sign();
    }

    private PrivateKey privateKey() throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Pem.read(signingKey)));
    }
}
