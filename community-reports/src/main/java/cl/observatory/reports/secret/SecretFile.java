package cl.observatory.reports.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A file that an operator made, which others cannot read. A group may: cluster engines mount secrets so. */
public final class SecretFile {

    public static final int LENGTH = 32;

    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    /**
     * 32 random bytes in base64, which a line end may follow.
     *
     * @throws IllegalStateException when the file holds anything else; it is not repeated
     */
    public static byte[] read(Path file) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(text(file).strip());
        } catch (IllegalArgumentException otherForm) {
            throw malformed(file);
        }
        if (secret.length != LENGTH) {
            throw malformed(file);
        }
        return secret;
    }

    /**
     * All that the file holds.
     *
     * @throws IllegalStateException when others may read or change it
     */
    public static String text(Path file) {
        try {
            if (!Collections.disjoint(Files.getPosixFilePermissions(file), OTHERS)) {
                throw new IllegalStateException("The secret in " + file + " is open to everybody: chmod o= it");
            }
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the secret in " + file, failed);
        }
    }

    private static IllegalStateException malformed(Path file) {
        return new IllegalStateException(file + " does not hold " + LENGTH + " bytes in base64");
    }
}
