package cl.observatory.reports.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.Configuration;
import cl.observatory.reports.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingConfigTest {

    @TempDir
    Path folder;

    @Test
    void keyHasNoDefault() {
        FilingConfig config = Configuration.of(Map.of()).getConfigMapping(FilingConfig.class);

        assertEquals(Optional.empty(), config.signingKey());
    }

    @Test
    void everythingCanBeSetFromTheEnvironment() {
        FilingConfig config = Configuration.ofEnvironment(Map.of("REPORTS_FILING_SIGNING_KEY", "/keys/filing.pem"))
                .getConfigMapping(FilingConfig.class);

        assertEquals(Optional.of(Path.of("/keys/filing.pem")), config.signingKey());
    }

    @Test
    void sameKeySignsAfterARestart() {
        Path key = Keys.in(folder).signingKey();

        assertArrayEquals(RootSigner.read(key).publicKey(), RootSigner.read(key).publicKey());
    }

    @Test
    void fileThatIsNoKeyStopsTheStartAndIsNotRepeated() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n");

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> RootSigner.read(file));

        assertTrue(refused.getMessage().contains(file.toString()));
        assertEquals(null, refused.getCause());
    }

    @Test
    void keyThatOthersMayReadStopsTheStart() throws IOException {
        Path key = Keys.in(folder).signingKey();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThrows(IllegalStateException.class, () -> RootSigner.read(key));
    }
}
