package cl.observatory.acceptance.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.acceptance.Observatory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of processes that handle reports, run as they are run for people, gets to no file. */
class MemoryTest {

    private final Insider insider = new Insider(Observatory.running().stack());

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "reports-intake", "reports-moderation"})
    void processMayWriteNoCoreAndNoHeap(String service) throws IOException {
        Path process = Path.of("/proc", Long.toString(insider.processes().get(service)));
        List<String> command =
                List.of(Files.readString(process.resolve("cmdline")).split("\0"));

        assertTrue(Files.readAllLines(process.resolve("limits")).stream()
                .anyMatch(line -> line.matches("Max core file size +0 +0 .*")));
        assertTrue(command.contains("-XX:-HeapDumpOnOutOfMemoryError"), command.toString());
        assertTrue(command.contains("-XX:-CreateCoredumpOnCrash"), command.toString());
        assertTrue(command.contains("-XX:ErrorFile=/dev/null"), command.toString());
        assertFalse(command.stream().anyMatch(word -> word.contains("HeapDumpPath")), command.toString());
        assertEquals(service.startsWith("reports-"), command.contains("-XX:+DisableAttachMechanism"));
    }
}
