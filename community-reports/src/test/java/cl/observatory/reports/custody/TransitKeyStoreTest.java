package cl.observatory.reports.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.reports.custody.CustodyConfig.Kind;
import cl.observatory.reports.sealing.Epoch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitKeyStoreTest {

    private static final Epoch EPOCH = new Epoch(2969);
    private static final String NAME = "reports-epoch-2969";
    private static final byte[] SECRET = "a private keyset".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path parent;

    private GivenStore given;
    private TransitServer server;

    @BeforeEach
    void start() {
        given = GivenStore.of(Kind.TRANSIT, parent);
        server = given.server();
    }

    @AfterEach
    void stop() {
        given.close();
    }

    @Test
    void theFileHoldsWhatTheEngineEncryptedAndNothingElse() throws IOException {
        // When
        given.open().keep(EPOCH, SECRET);

        // Then
        String file = Files.readString(given.folder().resolve("epoch-2969.wrapped"));
        assertTrue(file.startsWith("vault:v1:"), file);
        assertEquals(List.of("POST /v1/transit/keys/" + NAME, "POST /v1/transit/encrypt/" + NAME), server.asked());
    }

    @Test
    void afterDestructionACopyOfTheFileStaysClosed() throws IOException {
        // Given
        given.open().keep(EPOCH, SECRET);
        Path file = given.folder().resolve("epoch-2969.wrapped");
        byte[] copy = Files.readAllBytes(file);

        // When
        given.open().destroy(EPOCH);

        // Then
        assertFalse(server.has(NAME));
        KeyStore restored = given.openOn(parent.resolve("restored"));
        assertTrue(new KeyFolder(parent.resolve("restored"), "wrapped").add(EPOCH, copy));
        assertEquals(Optional.empty(), restored.read(EPOCH));
    }

    @Test
    void keyOfWhichTheFileWasLostIsDestroyedAllTheSame() throws IOException {
        // Given
        given.open().keep(EPOCH, SECRET);
        Files.delete(given.folder().resolve("epoch-2969.wrapped"));

        // When
        Set<Epoch> left = given.open().epochs();
        given.open().destroy(EPOCH);

        // Then
        assertEquals(Set.of(EPOCH), left);
        assertFalse(server.has(NAME));
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        // Given
        given.engine().create("reports-epoch-");
        given.engine().create("reports-epoch-1-copy");
        given.engine().create("payments");

        assertEquals(Set.of(), given.open().epochs());
    }

    @Test
    void engineThatOnlySaysThatItDeletesIsNotBelieved() {
        // Given
        given.open().keep(EPOCH, SECRET);
        server.pretendToDelete();

        assertThrows(KeyStoreException.class, () -> given.open().destroy(EPOCH));
        assertEquals(Set.of(EPOCH), given.open().epochs());
    }

    @Test
    void tokenIsReadAgainWhenItWasRenewed() throws IOException {
        // Given
        KeyStore store = given.open();
        store.keep(EPOCH, SECRET);
        server.expect("s.second");

        // When
        assertThrows(KeyStoreException.class, () -> store.read(EPOCH));
        Files.writeString(given.tokenFile(), "s.second");

        // Then
        assertArrayEquals(SECRET, store.read(EPOCH).orElseThrow());
    }

    /** So that an engine that is away for an hour does not look like one whose keys are gone. */
    @Test
    void engineThatDoesNotAnswerIsNoEngineWithoutKeys() {
        // Given
        KeyStore store = given.open();
        store.keep(EPOCH, SECRET);

        // When
        server.seal();

        // Then
        assertThrows(KeyStoreException.class, () -> store.read(EPOCH));
        assertThrows(KeyStoreException.class, store::epochs);
        assertThrows(KeyStoreException.class, () -> store.destroy(EPOCH));
        server.close();
        assertThrows(KeyStoreException.class, () -> store.read(EPOCH));
    }

    @Test
    void fileThatIsNotTheEnginesIsRefusedWhileTheKeyIsThere() {
        // Given
        given.open().keep(EPOCH.plus(1), SECRET);
        given.engine().create(NAME);
        new KeyFolder(given.folder(), "wrapped").add(EPOCH, "vault:v0:".getBytes(StandardCharsets.US_ASCII));

        assertThrows(KeyStoreException.class, () -> given.open().read(EPOCH));
    }
}
