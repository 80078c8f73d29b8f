package cl.observatory.gateway.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.gateway.identity.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void fileNamesKeysWithTheirScopes() throws IOException {
        Path file = file("""
                [{"id": "0123abcd", "principal": "steward", "scopes": ["data:read", "data:write"], "sha256": "00"}]
                """);

        assertEquals(
                List.of(new LocalKey("0123abcd", "steward", Set.of(Scope.DATA_READ, Scope.DATA_WRITE), "00")),
                KeyFile.read(file));
    }

    @Test
    void fileMayBindAKey() throws IOException {
        Path file = file("""
                [{"id": "0123abcd", "principal": "municipality", "scopes": ["data:write"], "sha256": "00",
                  "organization": "muni-santiago", "territories": ["13101", "13102"], "datasets": ["local-cases"]}]
                """);

        assertEquals(
                List.of(new LocalKey(
                        "0123abcd",
                        "municipality",
                        Set.of(Scope.DATA_WRITE),
                        "00",
                        "muni-santiago",
                        Set.of("13101", "13102"),
                        Set.of("local-cases"))),
                KeyFile.read(file));
    }

    /** A slip that would free a key, or bind it to nothing, is no binding. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"organization\": null",
                "\"organization\": \"\"",
                "\"organization\": \"Muni Santiago\"",
                "\"territories\": null",
                "\"territories\": []",
                "\"territories\": [null]",
                "\"territories\": [\"1101\"]",
                "\"territories\": \"13101\"",
                "\"datasets\": []",
                "\"datasets\": [\"Cases\"]",
                "\"dataset\": [\"local-cases\"]"
            })
    void bindingThatIsNotUnderstoodStopsTheStart(String binding) throws IOException {
        Path file = file("[{\"id\": \"a\", \"principal\": \"p\", \"scopes\": [\"data:read\"], \"sha256\": \"00\", "
                + binding + "}]");

        assertThrows(IllegalStateException.class, () -> KeyFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{}]",
                "[{\"id\": \"a\", \"principal\": \"p\", \"scopes\": [\"data:everything\"], \"sha256\": \"00\"}]",
                "[{\"id\": \"a\", \"principal\": \"p\", \"scopes\": null, \"sha256\": \"00\"}]",
                "[{\"id\": \"a\", \"principal\": \"p\", \"sha256\": \"00\"}]",
                "[{\"id\": \"a\", \"principal\": \"p\", \"scopes\": [], \"sha256\": \"00\", \"extra\": 1}]"
            })
    void fileThatIsNotUnderstoodStopsTheStart(String content) throws IOException {
        Path file = file(content);

        var refused = assertThrows(IllegalStateException.class, () -> KeyFile.read(file));

        assertTrue(refused.getMessage().contains(file.toString()));
    }

    @Test
    void missingFileStopsTheStart() {
        assertThrows(IllegalStateException.class, () -> KeyFile.read(folder.resolve("none.json")));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("keys.json"), content);
    }
}
