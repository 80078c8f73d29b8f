package cl.observatory.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import cl.observatory.local.process.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPortsTest {

    @TempDir
    private Path folder;

    @Test
    void theUsualPortIsChosenWhenItIsFree() {
        StackPorts ports = fresh();
        int usual = FreePort.any();

        ports.choose("gateway", usual);

        assertEquals(usual, ports.of("gateway"));
    }

    @Test
    void anotherPortIsChosenWhenTheUsualOneIsTaken() throws IOException {
        StackPorts ports = fresh();
        try (ServerSocket somebodyElse = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ports.choose("gateway", somebodyElse.getLocalPort());

            assertNotEquals(somebodyElse.getLocalPort(), ports.of("gateway"));
        }
    }

    @Test
    void aPortIsKeptFromStartToStart() {
        // Given
        Path file = folder.resolve("stack.json");
        StackPorts first = fresh();
        first.choose("gateway", StackPorts.ANY);
        first.write(file);

        // When
        StackPorts second = StackPorts.read(file);
        second.choose("gateway", FreePort.any());

        // Then
        assertEquals(first.of("gateway"), second.of("gateway"));
    }

    @Test
    void noTwoPurposesShareAPort() {
        StackPorts ports = fresh();
        int usual = FreePort.any();

        ports.choose("ingest", usual);
        ports.choose("query", usual);

        assertNotEquals(ports.of("ingest"), ports.of("query"));
    }

    private StackPorts fresh() {
        return StackPorts.read(folder.resolve("missing.json"));
    }
}
