package cl.observatory.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One stack for all tests, since each of them leaves it up. The services are stand-ins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {

    private static final List<ServiceDefinition> SERVICES = ServiceDefinition.all();

    private Path checkout;
    private Stack stack;

    @BeforeAll
    void up(@TempDir Path folder) throws IOException {
        checkout = folder;
        for (ServiceDefinition service : SERVICES) {
            Jars.build(checkout, service, StandIn.class);
        }
        stack = Stack.forTests(checkout, checkout.resolve("stack"), SERVICES);
        stack.up();
    }

    @AfterAll
    void down() {
        stack.down();
    }

    @Test
    void everyProcessIsReady() {
        assertEquals(
                Set.of(ProcessStatus.State.READY),
                stack.status().stream().map(ProcessStatus::state).collect(Collectors.toSet()));
    }

    @Test
    void onlyWhatWasKilledIsStartedAgain() {
        // Given
        Map<String, Long> before = pids();
        for (String name : List.of("postgres", "kafka", "query")) {
            ProcessIdentity.of(before.get(name)).orElseThrow().kill();
        }

        // When
        stack.up();

        // Then
        Map<String, Long> after = pids();
        assertEquals(before.get("ingest"), after.get("ingest"));
        assertEquals(before.get("gateway"), after.get("gateway"));
        assertNotEquals(before.get("postgres"), after.get("postgres"));
        assertNotEquals(before.get("kafka"), after.get("kafka"));
        assertNotEquals(before.get("query"), after.get("query"));
    }

    @Test
    void aServiceThatWasBuiltAnewIsRestarted() throws IOException {
        // Given
        Map<String, Long> before = pids();
        Jars.build(checkout, SERVICES.getLast(), StandIn.class, Stack.class);

        // When
        stack.up();

        // Then
        Map<String, Long> after = pids();
        assertNotEquals(before.get("gateway"), after.get("gateway"));
        assertEquals(before.get("ingest"), after.get("ingest"));
    }

    @Test
    void aServiceLearnsItsOwnDatabaseAndNoOther() throws IOException {
        String environment = get(stack.access().gateway());

        assertTrue(environment.contains("QUARKUS_DATASOURCE_USERNAME=gateway"), environment);
        assertTrue(environment.contains("GATEWAY_BACKENDS_QUERY_URL=http://127.0.0.1:"), environment);
        assertTrue(!environment.contains("KAFKA_BOOTSTRAP_SERVERS"), environment);
    }

    @Test
    void aServiceThatWasNeverBuiltIsNamed() {
        ServiceDefinition service = new ServiceDefinition("missing", "missing", 0, 0, Set.of());
        Stack other = Stack.forTests(checkout, checkout.resolve("other"), List.of(service));

        LocalStackException failure = assertThrows(LocalStackException.class, other::up);

        assertTrue(failure.getMessage().startsWith("The service missing is not built"), failure.getMessage());
    }

    private Map<String, Long> pids() {
        return stack.status().stream()
                .collect(Collectors.toMap(
                        ProcessStatus::name, status -> status.pid().orElse(-1)));
    }

    private static String get(URI address) throws IOException {
        try (InputStream body = address.toURL().openStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
