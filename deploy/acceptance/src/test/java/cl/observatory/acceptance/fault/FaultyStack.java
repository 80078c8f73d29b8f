package cl.observatory.acceptance.fault;

import cl.observatory.local.TestFolder;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.PidFile;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Signal;
import cl.observatory.local.stack.ServiceDefinition;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A stack of its own, with wires of the test between those who handle reports.
 *
 * <pre>
 *  gateway ──wire──▶ intake ──wire──▶ PostgreSQL ◀──wire── moderation
 * </pre>
 */
final class FaultyStack {

    /** Zero bits of the proofs of work: they are asked for, and cost nothing. */
    static final int PROOF_BITS = 4;

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final Trap trap = new Trap();
    private final Stack stack;
    private StackAccess access;

    private FaultyStack(Path root) {
        this.root = root.resolve("stack");
        this.stack = Stack.forTests(CHECKOUT, this.root, services());
        this.access = stack.up();
    }

    static FaultyStack start() {
        return new FaultyStack(TestFolder.create(
                TestFolder.shared(),
                own -> Stack.forTests(CHECKOUT, own.resolve("stack"), ServiceDefinition.all())
                        .down()));
    }

    private List<ServiceDefinition> services() {
        Wire http = Wire.open(() -> port("reports-intake"), () -> new HttpPassage(trap));
        Supplier<Wire> sql = () -> Wire.open(() -> port("postgres"), () -> new PostgresPassage(trap));
        Map<String, Map<String, String>> settings = Map.of(
                "gateway", Map.of("GATEWAY_BACKENDS_REPORTS_URL", "http://127.0.0.1:" + http.port()),
                "reports-intake",
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                database(sql.get()),
                                "REPORTS_PROOF_BITS",
                                Integer.toString(PROOF_BITS)),
                "reports-moderation", Map.of("QUARKUS_DATASOURCE_JDBC_URL", database(sql.get())));
        return ServiceDefinition.all().stream()
                .map(service -> service.with(settings.getOrDefault(service.name(), service.settings())))
                .toList();
    }

    private static String database(Wire wire) {
        // what is encrypted nobody could follow
        return "jdbc:postgresql://127.0.0.1:%d/reports?sslmode=disable&gssEncMode=disable".formatted(wire.port());
    }

    private int port(String process) {
        try {
            return JSON.readTree(root.resolve("stack.json").toFile())
                    .at("/ports/" + process)
                    .asInt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the process of a point when the moment comes. */
    void await(FaultPoint point) {
        trap.set(point::is, () -> kill(point.process()));
    }

    boolean cameTo(FaultPoint point, Duration patience) {
        try {
            return trap.hasSprungWithin(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while waiting for " + point, interrupted);
        }
    }

    void kill(String process) {
        running(process).kill();
    }

    /** Ends a process in good order. */
    void stop(String process) {
        // PostgreSQL would wait for every client to leave when asked by TERM
        if (!running(process).stop(process.equals("postgres") ? Signal.INT : Signal.TERM, PATIENCE_AT_STOP)) {
            throw new LocalStackException(process + " had to be killed");
        }
    }

    private ProcessIdentity running(String process) {
        return new PidFile(root.resolve("run").resolve(process + ".pid"))
                .running()
                .orElseThrow(() -> new LocalStackException(process + " does not run"));
    }

    /** Starts again what does not run. */
    void up() {
        access = stack.up();
    }

    void down() {
        stack.down();
    }

    Path folder() {
        return root;
    }

    StackAccess access() {
        return access;
    }

    ObservatoryClient anyone() {
        return ObservatoryClient.anonymous(access.gateway());
    }

    ObservatoryClient moderator() {
        return ObservatoryClient.withToken(access.moderation(), stack.staffToken("moderator"));
    }

    Store store() {
        return new Store(root, port("postgres"));
    }

    String kafka() {
        return "127.0.0.1:" + port("kafka");
    }
}
