package cl.observatory.local.secret;

import cl.observatory.local.process.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * What community-reports keeps secret. The keys that open reports are not among it: the moderation role makes them in the
 * folder that is theirs alone, and destroys them at their date.
 *
 * @param secrets each key is 32 random bytes in base64
 * @param identity what others may verify with
 */
public record ReportsSecrets(Path secrets, Path identity) {

    private static final int LENGTH = 32;

    void createMissing(SecureRandom random) throws IOException {
        PrivateFiles.createFolder(secrets);
        PrivateFiles.createFolder(custody());
        for (Path key : List.of(receiptKey(), laneKey(), signalKey())) {
            if (!Files.exists(key)) {
                byte[] bytes = new byte[LENGTH];
                random.nextBytes(bytes);
                PrivateFiles.write(key, Base64.getEncoder().encodeToString(bytes) + "\n");
            }
        }
        createMissingSigningKey();
        if (!Files.exists(filingSigningKey())) {
            PrivateFiles.write(
                    filingSigningKey(),
                    Pem.text("PRIVATE KEY", signingPair().getPrivate().getEncoded()));
        }
    }

    /** The public half first, as in {@link SigningKey#createIfMissing}. */
    private void createMissingSigningKey() throws IOException {
        if (Files.exists(custodySigningKey()) && Files.exists(custodyVerificationKey())) {
            return;
        }
        KeyPair pair = signingPair();
        PrivateFiles.write(
                custodyVerificationKey(),
                Pem.text("PUBLIC KEY", pair.getPublic().getEncoded()));
        PrivateFiles.write(
                custodySigningKey(), Pem.text("PRIVATE KEY", pair.getPrivate().getEncoded()));
    }

    private static KeyPair signingPair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From which receipts are derived. */
    public Path receiptKey() {
        return secrets.resolve("receipt.key");
    }

    /** By which the queue of a report is told to nobody but moderators. */
    public Path laneKey() {
        return secrets.resolve("lane.key");
    }

    /** From which the noise of published counts is drawn. */
    public Path signalKey() {
        return secrets.resolve("signal.key");
    }

    /** The folder of the keys that open reports. */
    public Path custody() {
        return secrets.resolve("custody");
    }

    /** With which the public halves of those are signed. */
    public Path custodySigningKey() {
        return secrets.resolve("custody-signing-key.pem");
    }

    /** With which roots of filing are signed; each root names the public half. */
    public Path filingSigningKey() {
        return secrets.resolve("filing-signing-key.pem");
    }

    public Path custodyVerificationKey() {
        return identity.resolve("report-keys.pem");
    }
}
