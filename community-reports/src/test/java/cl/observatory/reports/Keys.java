package cl.observatory.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** Keys as an operator would make them, in a folder of their own. */
public final class Keys {

    private final Path folder;
    private final KeyPair signing;

    private Keys(Path folder) {
        this.folder = folder;
        try {
            this.signing = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Keys in(Path folder) {
        return new Keys(folder);
    }

    static Keys create() {
        try {
            return new Keys(Files.createTempDirectory("report-keys"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All that the service needs to start. */
    Map<String, String> settings() {
        return Map.of(
                "reports.sealing.verification-key", verificationKey().toString(),
                "reports.custody.signing-key", signingKey().toString(),
                "reports.custody.folder", folder.resolve("epochs").toString(),
                "reports.filing.signing-key", signingKey().toString(),
                "reports.receipt.key", secret().toString(),
                "reports.lane.key", secret().toString(),
                "reports.signal.key", secret().toString());
    }

    public Path verificationKey() {
        return pem("PUBLIC", signing.getPublic());
    }

    public Path signingKey() {
        return pem("PRIVATE", signing.getPrivate());
    }

    /** A file with 32 random bytes. */
    public Path secret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return write("secret", Base64.getEncoder().encodeToString(secret));
    }

    private Path pem(String kind, Key key) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return write("key", "-----BEGIN " + kind + " KEY-----\n" + body + "\n-----END " + kind + " KEY-----\n");
    }

    private Path write(String prefix, String content) {
        try {
            return Files.writeString(Files.createTempFile(folder, prefix, null), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
