package cl.observatory.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.ProcessIdentity;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndOfTestServersTest {

    @Test
    void theyEndWithAKilledJvmAndTheNextOneSweepsTheirFolder() throws IOException {
        // Given
        Jvm killed = start();
        assertTrue(Files.exists(killed.folder()));

        // When
        killed.process().destroyForcibly().onExit().join();

        // Then
        await().until(() -> ProcessIdentity.of(killed.postgres()).isEmpty());
        Jvm next = start();
        assertFalse(Files.exists(killed.folder()), "swept by the next JVM");
        assertTrue(Files.exists(next.folder()));

        next.process().getOutputStream().close();
        assertEquals(0, next.process().onExit().join().exitValue());
        assertFalse(Files.exists(next.folder()), "removed by a JVM that ends by itself");
    }

    private static Jvm start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        long postgres = Long.parseLong(output.readLine());
        return new Jvm(process, postgres, Path.of(output.readLine()));
    }

    private record Jvm(Process process, long postgres, Path folder) {}
}
