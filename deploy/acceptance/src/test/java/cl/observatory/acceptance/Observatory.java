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
import java.nio.file.Path;
import java.util.UUID;

/** The whole stack, as {@code ./observatory up} starts it, on free ports; one for all tests, and gone with their JVM. */
final class Observatory {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    private static Observatory running;

    private final Stack stack;
    private StackAccess access;

    private Observatory(Stack stack) {
        this.stack = stack;
        this.access = stack.up();
    }

    static synchronized Observatory running() {
        if (running == null) {
            Path root = TestFolder.shared().resolve("run-" + UUID.randomUUID());
            Stack stack = Stack.forTests(CHECKOUT, root, ServiceDefinition.all());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::reset, "end of the stack"));
            running = new Observatory(stack);
            running.reference().await("CEAD-2024");
        }
        return running;
    }

    StackAccess access() {
        return access;
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

    /** Starts again what does not run. */
    void up() {
        access = stack.up();
    }
}
