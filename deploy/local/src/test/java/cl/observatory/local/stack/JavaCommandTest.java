package cl.observatory.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.Launch;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LogFile;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Signal;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a service ends, nothing of its memory is left in a file. */
class JavaCommandTest {

    private static final ServiceDefinition ORDINARY =
            new ServiceDefinition("ordinary", "faulty", StackPorts.ANY, StackPorts.ANY, Set.of());
    private static final ServiceDefinition CONFIDENTIAL = new ServiceDefinition(
            "confidential", "faulty", StackPorts.ANY, StackPorts.ANY, Set.of(ServiceDefinition.Need.INTAKE));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Path working;
    private Path temporary;
    private LogFile log;

    @BeforeEach
    void build() throws IOException {
        Jars.build(folder, ORDINARY, Faulty.class);
        working = Files.createDirectory(folder.resolve("working"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        log = new LogFile(folder.resolve("console.log"));
    }

    @Test
    void crashLeavesNoFile() throws IOException {
        // Given
        Set<String> before = files();
        ProcessIdentity process = start(command(ORDINARY), "nothing");

        // When
        crash(process);

        // Then
        assertTrue(Files.readString(log.path()).contains("SIGSEGV"), "the JVM saw its crash");
        assertEquals(before, files());
    }

    /** What the test above looks for is there when nothing is done against it. */
    @Test
    void crashOfAnyOtherJvmLeavesAFile() throws IOException {
        // Given
        Set<String> before = files();
        List<String> command = new ArrayList<>(command(ORDINARY));
        command.removeIf(word -> word.startsWith("-XX:ErrorFile"));
        ProcessIdentity process = start(command, "nothing");

        // When
        crash(process);

        // Then
        assertFalse(before.equals(files()));
    }

    @Test
    void memoryThatRunsOutLeavesNoFile() throws IOException {
        // Given
        Set<String> before = files();

        // When
        ProcessIdentity process = start(command(ORDINARY), "memory");
        assertTrue(Waiting.until(PATIENCE, () -> !process.alive()));

        // Then
        assertTrue(Files.readString(log.path()).contains("OutOfMemoryError"), "it ran out of memory");
        assertEquals(before, files());
    }

    @Test
    void coreFilesAreForbiddenByTheSystemToo() throws IOException {
        ProcessIdentity process = start(command(ORDINARY), "nothing");

        String limits = Files.readString(Path.of("/proc", Long.toString(process.pid()), "limits"));
        process.kill();

        assertTrue(limits.matches("(?s).*Max core file size +0 +0 .*"), limits);
    }

    @Test
    void heapOfWhoHandlesConfidencesCannotBeDumpedFromOutside() throws IOException {
        // Given
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        ProcessIdentity ordinary = start(command(ORDINARY), "nothing");
        String allowed =
                Command.run(jcmd, Long.toString(ordinary.pid()), "VM.version").output();
        ordinary.kill();
        ProcessIdentity confidential = start(command(CONFIDENTIAL), "nothing");

        // When
        Command refused = Command.run(
                jcmd,
                Long.toString(confidential.pid()),
                "GC.heap_dump",
                folder.resolve("x.hprof").toString());

        // Then
        assertTrue(confidential.alive());
        confidential.kill();
        assertTrue(allowed.contains("OpenJDK"), allowed);
        assertFalse(refused.succeeded(), refused.output());
        assertFalse(Files.exists(folder.resolve("x.hprof")));
    }

    private List<String> command(ServiceDefinition service) {
        return JavaCommand.of(service, temporary, folder.resolve("faulty/target/quarkus-app"));
    }

    private ProcessIdentity start(List<String> command, String runsOutOf) throws IOException {
        ProcessIdentity process = new Launch(
                        Lifetime.BOUND.around(command, Signal.KILL),
                        Map.of("RUN_OUT_OF", runsOutOf),
                        working,
                        log,
                        new PidFile(folder.resolve("pid")))
                .start();
        assertTrue(
                Waiting.until(PATIENCE, () -> log.tail(50).contains("holding")),
                () -> log.tail(5).toString());
        return process;
    }

    private static void crash(ProcessIdentity process) {
        Command.run("kill", "-s", "SEGV", Long.toString(process.pid()));
        assertTrue(Waiting.until(PATIENCE, () -> !process.alive()));
    }

    /** All files where a JVM or the system may put one, but for those of the launch itself. */
    private Set<String> files() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> own = Files.walk(folder)) {
            files.addAll(own.map(Path::toString)
                    .filter(name -> !name.startsWith(log.path().toString()) && !name.endsWith("/pid"))
                    .collect(Collectors.toSet()));
        }
        try (Stream<Path> shared = Files.list(Path.of("/tmp"))) {
            files.addAll(shared.map(Path::toString)
                    .filter(name -> name.contains("hs_err") || name.contains("core") || name.endsWith(".hprof"))
                    .collect(Collectors.toSet()));
        }
        return files;
    }
}
