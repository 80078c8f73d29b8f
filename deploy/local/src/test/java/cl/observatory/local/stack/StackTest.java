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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
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
    void intakeIsToldOfNothingThatOpensAReport() throws IOException {
        String environment = get(URI.create("http://127.0.0.1:" + port("reports-intake")));

        assertTrue(environment.contains("REPORTS_ROLES=intake"), environment);
        assertTrue(environment.contains("QUARKUS_DATASOURCE_USERNAME=reports_intake"), environment);
        assertTrue(environment.matches("(?s).*QUARKUS_DATASOURCE_JDBC_URL=[^,]*/reports,.*"), environment);
        assertTrue(!environment.contains("KAFKA") && !environment.contains("custody"), environment);
        assertTrue(!environment.contains("SIGNAL_KEY") && !environment.contains("STAFF"), environment);
    }

    @Test
    void moderationIsReachedPastTheGateway() throws IOException {
        String environment = get(stack.access().moderation());

        assertTrue(environment.contains("REPORTS_ROLES=moderation"), environment);
        assertTrue(environment.contains("QUARKUS_DATASOURCE_USERNAME=reports_moderation"), environment);
        assertTrue(!environment.contains("RECEIPT_KEY"), environment);
        assertTrue(!get(stack.access().gateway()).contains(Integer.toString(port("reports-moderation"))));
    }

    @Test
    void tablesThatServicesShareAreMadeOnceByEachBuild() throws IOException {
        // Given
        Path log = checkout.resolve("stack/logs/reports-migration.console.log");
        assertTrue(Files.exists(log));
        Object first = Files.readAttributes(log, BasicFileAttributes.class).fileKey();

        // When
        stack.up();
        Object again = Files.readAttributes(log, BasicFileAttributes.class).fileKey();
        Jars.build(checkout, service("reports-intake"), StandIn.class, Stack.class);
        stack.up();

        // Then
        assertEquals(first, again);
        assertNotEquals(
                first, Files.readAttributes(log, BasicFileAttributes.class).fileKey());
    }

    @Test
    void tablesThatCannotBeMadeAreToldAndNoServiceOfTheirsStarts(@TempDir Path folder) throws IOException {
        ServiceDefinition intake = service("reports-intake");
        Jars.build(folder, intake, NeverReady.class);
        Stack other = Stack.forTests(folder, folder.resolve("stack"), List.of(intake));

        LocalStackException failure = assertThrows(LocalStackException.class, other::up);

        ProcessStatus.State state = other.status().getLast().state();
        other.down();
        assertTrue(failure.getMessage().startsWith("reports-migration ended with status 3"), failure.getMessage());
        assertTrue(failure.getMessage().contains(NeverReady.LAST_WORDS), failure.getMessage());
        assertEquals(ProcessStatus.State.STOPPED, state);
    }

    @Test
    void aServiceThatWasNeverBuiltIsNamed() {
        ServiceDefinition service = new ServiceDefinition("missing", "missing", 0, 0, Set.of());
        Stack other = Stack.forTests(checkout, checkout.resolve("other"), List.of(service));

        LocalStackException failure = assertThrows(LocalStackException.class, other::up);

        assertTrue(failure.getMessage().startsWith("The service missing is not built"), failure.getMessage());
    }

    private static ServiceDefinition service(String name) {
        return SERVICES.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int port(String name) {
        return stack.status().stream()
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow()
                .port()
                .orElseThrow();
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
