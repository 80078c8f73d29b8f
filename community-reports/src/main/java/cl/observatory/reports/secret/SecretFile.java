package cl.observatory.reports.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** A file with 32 random bytes in base64, which a line end may follow. */
public final class SecretFile {

    public static final int LENGTH = 32;

    private SecretFile() {}

    /**
     * @throws IllegalStateException when the file holds anything else; it is not repeated
     */
    public static byte[] read(Path file) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the secret in " + file, failed);
        } catch (IllegalArgumentException otherForm) {
            throw malformed(file);
        }
        if (secret.length != LENGTH) {
            throw malformed(file);
        }
        return secret;
    }

    private static IllegalStateException malformed(Path file) {
        return new IllegalStateException(file + " does not hold " + LENGTH + " bytes in base64");
    }
}
