package cl.observatory.gateway.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * The key pair behind the identity tokens.
 *
 * @param id the RFC 7638 thumbprint of the public key, so that everyone who holds the key agrees on its name
 */
public record SigningKey(ECPrivateKey privateKey, ECPublicKey publicKey, String id) {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /**
     * @throws IllegalStateException when the file holds no P-256 key in PKCS#8
     */
    public static SigningKey read(Path file) {
        try {
            return ofPem(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key " + file + " cannot be read", unreadable);
        } catch (GeneralSecurityException | JoseException | IllegalArgumentException unusable) {
            throw new IllegalStateException("the signing key " + file + " is not a P-256 key in PKCS#8 PEM", unusable);
        }
    }

    private static SigningKey ofPem(String pem) throws GeneralSecurityException, JoseException {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("no " + BEGIN);
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
        ECPrivateKey privateKey =
                (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
        ECPublicKey publicKey = PublicPoint.of(privateKey);
        String id = new EllipticCurveJsonWebKey(publicKey).calculateBase64urlEncodedThumbprint("SHA-256");
        return new SigningKey(privateKey, publicKey, id);
    }

    /** What the services pin. */
    public String publicJwk() {
        try {
            JsonWebKey jwk = JsonWebKey.Factory.newJwk(publicKey);
            jwk.setKeyId(id);
            jwk.setUse("sig");
            jwk.setAlgorithm("ES256");
            return jwk.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Only the name: a key must not reach a log by way of a message. */
    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
