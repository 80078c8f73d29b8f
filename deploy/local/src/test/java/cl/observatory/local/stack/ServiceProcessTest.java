package cl.observatory.local.stack;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final ServiceDefinition SERVICE =
            new ServiceDefinition("broken", "broken", StackPorts.ANY, StackPorts.ANY, Set.of());

    @TempDir
    private Path checkout;

    @Test
    void aServiceThatEndsDuringItsStartIsNamedWithWhatItSaidLast() throws IOException {
        // Given
        Jars.build(checkout, SERVICE, NeverReady.class);
        StackFolder folder = new StackFolder(checkout.resolve("stack"));
        folder.create();
        folder.secrets().createMissing(List.of(SERVICE.name()));
        StackPorts ports = StackPorts.read(folder.state());
        ports.choose(SERVICE.portName(), StackPorts.ANY);
        ports.choose(SERVICE.managementPortName(), StackPorts.ANY);
        ServiceEnvironment environment =
                new ServiceEnvironment(folder, ports, new Infrastructure(folder, Lifetime.BOUND).postgres(ports), "");
        ServiceProcess process = new ServiceProcess(SERVICE, folder, checkout, Lifetime.BOUND);

        // When
        LocalStackException failure = assertThrows(LocalStackException.class, () -> process.start(environment));

        // Then
        assertTrue(failure.getMessage().startsWith("broken ended during its start."), failure.getMessage());
        assertTrue(failure.getMessage().contains(NeverReady.LAST_WORDS), failure.getMessage());
    }
}
