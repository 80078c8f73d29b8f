package cl.observatory.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {

    @TempDir
    private Path folder;

    @Test
    void programThatEndsTellsHow() {
        Launch launch = launch("exit 3");

        assertEquals(OptionalInt.of(3), launch.run(Duration.ofSeconds(20)));
    }

    @Test
    void programThatTakesTooLongIsEnded() {
        Launch launch = launch("sleep 600");

        assertEquals(OptionalInt.empty(), launch.run(Duration.ofMillis(100)));
        assertTrue(Waiting.until(
                Duration.ofSeconds(10), () -> launch.pidFile().running().isEmpty()));
    }

    private Launch launch(String script) {
        return new Launch(
                Lifetime.BOUND.around(List.of("sh", "-c", "exec sh -c '" + script + "'"), Signal.KILL),
                Map.of(),
                folder,
                new LogFile(folder.resolve("x.log")),
                new PidFile(folder.resolve("x.pid")));
    }
}
