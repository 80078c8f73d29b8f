package cl.observatory.local.stack;

import cl.observatory.local.process.Launch;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.process.ProcessIdentity;
import cl.observatory.local.process.Signal;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One service as a process.
 *
 * <pre>
 * missing ── start ──▶ running ── killed, stopped or ended ──▶ missing
 *                        │  ▲
 *                        └──┘ restart, when it was built or configured anew
 * </pre>
 */
final class ServiceProcess {

    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(5);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);

    private final ServiceDefinition definition;
    private final StackFolder folder;
    private final InstalledProgram program;
    private final Lifetime lifetime;

    ServiceProcess(ServiceDefinition definition, StackFolder folder, Path checkout, Lifetime lifetime) {
        this.definition = definition;
        this.folder = folder;
        this.program = new InstalledProgram(
                checkout.resolve(definition.module()).resolve("target").resolve("quarkus-app"),
                folder.programs().resolve(definition.name()));
        this.lifetime = lifetime;
    }

    String name() {
        return definition.name();
    }

    Optional<ProcessIdentity> running() {
        return folder.pidFile(name()).running();
    }

    /** Fails when the service was never built. */
    void requireBuilt() {
        if (!Files.exists(program.built().resolve("quarkus-run.jar"))) {
            throw new LocalStackException(
                    "The service %s is not built: there is no %s. Use ./observatory, which builds first."
                            .formatted(name(), program.built().resolve("quarkus-run.jar")));
        }
    }

    /** Whether it runs as it would if it were started now. */
    boolean isCurrent(Map<String, String> environment) {
        return running().isPresent() && readStart().equals(start(environment));
    }

    void start(ServiceEnvironment environment) {
        Map<String, String> variables = environment.of(definition);
        if (!isCurrent(variables)) {
            stop();
            program.install();
            launch(variables);
        }
        awaitReady(environment.readiness(definition));
    }

    void stop() {
        running().ifPresent(process -> process.stop(Signal.TERM, PATIENCE_AT_STOP));
    }

    private void launch(Map<String, String> environment) {
        Path temporary = folder.emptyTemporary(name());
        try {
            PrivateFiles.write(startFile(), start(environment));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        new Launch(
                        lifetime.around(JavaCommand.of(definition, temporary, program.copy()), Signal.KILL),
                        environment,
                        folder.run(),
                        folder.console(name()),
                        folder.pidFile(name()))
                .start();
    }

    /**
     * Runs the program once more beside the running process, with one thing to do. What it prints goes to the terminal and
     * nowhere else.
     */
    int runAtTerminal(ServiceEnvironment environment, List<String> arguments) {
        if (running().isEmpty()) {
            throw new LocalStackException(
                    "%s is not running: start the stack with ./observatory up.".formatted(name()));
        }
        List<String> command =
                new ArrayList<>(JavaCommand.of(definition, folder.emptyTemporary(name() + "-command"), program.copy()));
        command.addAll(arguments);
        ProcessBuilder beside = new ProcessBuilder(command).inheritIO();
        beside.environment().keySet().retainAll(Set.of("PATH", "HOME", "LANG"));
        beside.environment().putAll(environment.of(definition));
        beside.environment().keySet().removeIf(variable -> variable.startsWith("QUARKUS_LOG"));
        try {
            return beside.start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while running " + name(), interrupted);
        }
    }

    private void awaitReady(Readiness readiness) {
        boolean ready = Waiting.until(PATIENCE_AT_START, () -> {
            if (running().isEmpty()) {
                throw failure("%s ended during its start.".formatted(name()));
            }
            return readiness.isReady();
        });
        if (!ready) {
            throw failure("%s is not ready after %d s.".formatted(name(), PATIENCE_AT_START.toSeconds()));
        }
    }

    private LocalStackException failure(String sentence) {
        return new LocalStackException(sentence + " " + folder.lastWords(name()));
    }

    /** Build and environment of a start, as one short text. */
    private String start(Map<String, String> environment) {
        return program.fingerprint() + " " + Fingerprint.of(environment);
    }

    private String readStart() {
        try {
            return Files.exists(startFile()) ? Files.readString(startFile()) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path startFile() {
        return folder.run().resolve(name() + ".start");
    }
}
