package cl.observatory.acceptance;

import cl.observatory.local.TestFolder;
import cl.observatory.local.client.Loading;
import cl.observatory.local.client.ObservatoryClient;
import cl.observatory.local.client.ReferenceData;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.stack.ProcessStatus;
import cl.observatory.local.stack.ServiceDefinition;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The whole stack, as {@code ./observatory up} starts it, on free ports; one for all tests, and gone with their JVM. */
public final class Observatory {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private static Observatory running;

    private final Stack stack;
    private volatile StackAccess access;

    private Observatory(Stack stack) {
        this.stack = stack;
        this.access = stack.up();
    }

    public static synchronized Observatory running() {
        if (running == null) {
            Path folder = TestFolder.create(TestFolder.shared(), own -> end(stack(own)));
            running = new Observatory(stack(folder));
            running.reference().await("CEAD-2024");
        }
        return running;
    }

    private static Stack stack(Path folder) {
        return Stack.forTests(CHECKOUT, folder.resolve("stack"), ServiceDefinition.all());
    }

    /** Keeps the logs, for whoever has to find out why a test failed. */
    private static void end(Stack stack) {
        stack.down();
        Path kept = Path.of("target", "stack-logs");
        try {
            Files.createDirectories(kept);
            for (Path log : stack.logs(List.of())) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public StackAccess access() {
        return access;
    }

    public Stack stack() {
        return stack;
    }

    ObservatoryClient anyone() {
        return ObservatoryClient.anonymous(access.gateway());
    }

    ObservatoryClient steward() {
        return ObservatoryClient.withKey(access.gateway(), access.stewardKey());
    }

    ObservatoryClient approver() {
        return ObservatoryClient.withKey(access.gateway(), access.approverKey());
    }

    /** An organization that files reports for others. */
    ObservatoryClient relay() {
        return ObservatoryClient.withKey(access.gateway(), access.relayKey());
    }

    /** A member of the staff, past the door. */
    ObservatoryClient moderator(String person) {
        return ObservatoryClient.withToken(access.moderation(), stack.staffToken(person));
    }

    Loading loading() {
        return new Loading(steward(), approver());
    }

    ReferenceData reference() {
        return new ReferenceData(anyone());
    }

    /** Ends a process at once, as a failing machine would. */
    void kill(String name) {
        long pid = stack.status().stream()
                .filter(status -> status.name().equals(name))
                .map(ProcessStatus::pid)
                .findFirst()
                .orElseThrow()
                .orElseThrow(() -> new LocalStackException(name + " does not run"));
        ProcessIdentity.of(pid).orElseThrow().kill();
    }

    /** Drops what readers are answered from, and returns when it is there again. */
    void rebuildQuery() {
        access = stack.rebuildQuery();
    }

    /** The address of the broker. */
    String kafka() {
        return stack.status().stream()
                .filter(status -> status.name().equals("kafka"))
                .map(status -> "127.0.0.1:" + status.port().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    /** Starts again what does not run. */
    void up() {
        access = stack.up();
    }
}
