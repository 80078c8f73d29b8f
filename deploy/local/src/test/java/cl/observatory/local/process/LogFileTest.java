package cl.observatory.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void everyStartBeginsANewLogAndTheOldestIsForgotten() throws IOException {
        // Given
        LogFile log = new LogFile(folder.resolve("x.log"));

        // When
        for (int start = 1; start <= 5; start++) {
            log.begin();
            Files.writeString(log.path(), "start " + start);
        }

        // Then
        assertEquals(List.of("start 5"), log.tail(10));
        assertEquals("start 4", Files.readString(folder.resolve("x.log.1")));
        assertEquals("start 2", Files.readString(folder.resolve("x.log.3")));
        assertFalse(Files.exists(folder.resolve("x.log.4")));
    }

    @Test
    void theTailIsTheLastLines() throws IOException {
        // Given
        LogFile log = new LogFile(folder.resolve("x.log"));
        log.begin();
        Files.writeString(log.path(), "a\nb\nc\n".repeat(100_000));

        // When
        List<String> tail = log.tail(2);

        // Then
        assertEquals(List.of("b", "c"), tail);
    }
}
