package cl.observatory.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {

    @TempDir
    private Path folder;

    private PidFile pidFile;
    private ProcessIdentity sleeper;

    @BeforeEach
    void startSleeper() {
        pidFile = new PidFile(folder.resolve("sleeper.pid"));
        sleeper = start("sleep", "600");
    }

    @AfterEach
    void endSleeper() {
        sleeper.kill();
    }

    @Test
    void aStartedProcessIsFoundByItsFile() {
        assertEquals(Optional.of(sleeper), pidFile.running());
    }

    @Test
    void aStrangerWithTheSameNumberIsNeitherFoundNorEnded() throws IOException {
        // Given
        Files.writeString(
                pidFile.path(), "%d %d %s".formatted(sleeper.pid(), sleeper.startedAtTick() - 1, sleeper.boot()));
        ProcessIdentity before = pidFile.read().orElseThrow();

        // When
        before.kill();

        // Then
        assertEquals(Optional.empty(), pidFile.running());
        assertTrue(sleeper.alive());
    }

    @Test
    void aProcessOfAnEarlierBootIsNotFound() throws IOException {
        Files.writeString(pidFile.path(), "%d %d another-boot".formatted(sleeper.pid(), sleeper.startedAtTick()));

        assertEquals(Optional.empty(), pidFile.running());
    }

    @Test
    void aProcessThatIgnoresTheRequestIsEndedByForce() {
        // Given
        sleeper.kill();
        sleeper = start("sh", "-c", "trap '' TERM; while :; do sleep 1; done");

        // When
        boolean byItself = sleeper.stop(Signal.TERM, Duration.ofMillis(200));

        // Then
        assertFalse(byItself);
        assertFalse(sleeper.alive());
    }

    @Test
    void aProcessGetsNoCoreDumpsAndOfOurVariablesOnlyItsOwn() throws IOException {
        // Given
        LogFile log = new LogFile(folder.resolve("env.log"));

        // When
        ProcessIdentity shell =
                new Launch(List.of("sh", "-c", "ulimit -c; env"), Map.of("GIVEN", "yes"), folder, log, pidFile).start();

        // Then
        assertTrue(Waiting.until(Duration.ofSeconds(10), () -> !shell.alive()));
        List<String> lines = Files.readAllLines(log.path());
        assertEquals("0", lines.getFirst());
        assertTrue(lines.contains("GIVEN=yes"));
        assertTrue(
                lines.stream().skip(1).allMatch(line -> line.matches("(GIVEN|PATH|HOME|LANG|PWD|OLDPWD|SHLVL|_)=.*")),
                lines::toString);
    }

    private ProcessIdentity start(String... command) {
        return new Launch(
                        Lifetime.BOUND.around(List.of(command), Signal.KILL),
                        Map.of(),
                        folder,
                        new LogFile(folder.resolve("sleeper.log")),
                        pidFile)
                .start();
    }
}
