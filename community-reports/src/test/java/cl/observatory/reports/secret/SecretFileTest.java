package cl.observatory.reports.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {

    @TempDir
    private Path folder;

    @Test
    void secretIsReadWithTheLineEndBehindIt() throws IOException {
        // Given
        byte[] secret = new byte[SecretFile.LENGTH];
        Arrays.fill(secret, (byte) 7);
        Path file = secretFile("rw-------");
        Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n");

        assertArrayEquals(secret, SecretFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64 at all, and yet a secret of somebody"})
    void anythingElseIsRefusedAndNotRepeated(String content) throws IOException {
        // Given
        Path file = secretFile("rw-------");
        Files.writeString(file, content);

        // When
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> SecretFile.read(file));

        // Then
        assertTrue(refused.getMessage().contains(file.toString()));
        assertFalse(!content.isEmpty() && refused.getMessage().contains(content));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----,false", "r--------,false", "rw----r--,true", "rw-----w-,true"})
    void fileThatIsOpenToEverybodyIsRefused(String permissions, boolean refused) throws IOException {
        // Given
        Path file = secretFile(permissions);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        if (refused) {
            assertThrows(IllegalStateException.class, () -> SecretFile.text(file));
        } else {
            assertEquals("text", SecretFile.text(file));
        }
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Path file = folder.resolve("absent");

        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> SecretFile.read(file));

        assertTrue(refused.getMessage().contains(file.toString()));
    }

    private Path secretFile(String permissions) throws IOException {
        return Files.createFile(
                folder.resolve("secret"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    }
}
