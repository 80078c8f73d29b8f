package cl.observatory.acceptance.canary;

import cl.observatory.local.TestFolder;
import cl.observatory.local.process.Command;
import cl.observatory.local.stack.ServiceDefinition;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A stack of its own, whose services log all that they can log and forget none of it, and let their heaps be dumped. */
final class TalkativeStack {

    /** Zero bits of the proofs of work: the test files more than a person would. */
    static final int PROOF_BITS = 4;

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private static final Map<String, String> SETTINGS = Map.of(
            "QUARKUS_LOG_LEVEL", "ALL",
            "QUARKUS_LOG_FILE_LEVEL", "ALL",
            "QUARKUS_LOG_FILE_ROTATION_MAX_BACKUP_INDEX", "10000",
            "REPORTS_PROOF_BITS", Integer.toString(PROOF_BITS));

    private final Path root;
    private final Stack stack;
    private final StackAccess access;

    private TalkativeStack(Path root) {
        this.root = root;
        this.stack = stack(root);
        this.access = stack.up();
    }

    static TalkativeStack start() {
        return new TalkativeStack(
                TestFolder.create(TestFolder.shared(), own -> stack(own).down()));
    }

    private static Stack stack(Path root) {
        List<ServiceDefinition> services = ServiceDefinition.all().stream()
                .map(service -> service.with(SETTINGS).openToDiagnosis())
                .toList();
        return Stack.forTests(CHECKOUT, root.resolve("stack"), services);
    }

    void down() {
        stack.down();
    }

    StackAccess access() {
        return access;
    }

    String staffToken(String person) {
        return stack.staffToken(person);
    }

    List<Path> logs(String... names) {
        return stack.logs(List.of(names));
    }

    Insider insider() {
        return new Insider(stack);
    }

    /** What is alive in the heap of a process, in a file. */
    Path dumpHeap(String process) {
        Path file = root.resolve(process + ".hprof");
        Command dumped = Command.run(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(insider().processes().get(process)),
                "GC.heap_dump",
                file.toString());
        if (!dumped.succeeded() || !Files.exists(file)) {
            throw new IllegalStateException("No dump of " + process + ": " + dumped.output());
        }
        return file;
    }
}
