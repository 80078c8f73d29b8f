package cl.observatory.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A program about to be started. It writes its pid file itself before it becomes the program, so that also a start that
 * is cut off half way leaves no process that nobody knows of.
 *
 * @param environment all it gets, besides PATH, HOME and LANG
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder, LogFile log, PidFile pidFile) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Linux sends the farewell of {@link Lifetime#BOUND} when the <em>thread</em> that started the process ends; this one
     * ends with the JVM.
     */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("parent-of-processes").factory());

    /** Starts the program and returns as soon as its pid file tells of it; it may have ended by then. */
    public ProcessIdentity start() {
        begin();
        return pidFile.read()
                .orElseThrow(() -> new LocalStackException(
                        "Cannot start %s: %s".formatted(command.getFirst(), String.join("\n", log.tail(5)))));
    }

    /**
     * Starts the program and waits for its end.
     *
     * @return its exit status; empty when it took too long, and was ended by force
     */
    public OptionalInt run(Duration patience) {
        Process process = begin();
        try {
            if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.of(process.exitValue());
            }
            process.destroyForcibly();
            return OptionalInt.empty();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    private Process begin() {
        log.begin();
        try {
            Files.createDirectories(folder);
            Files.createDirectories(pidFile.path().getParent());
            Files.deleteIfExists(pidFile.path());
            Process process = CompletableFuture.supplyAsync(this::spawn, PARENT).get();
            Waiting.until(
                    PATIENCE,
                    () -> pidFile.read().isPresent()
                            || ProcessIdentity.of(process.pid()).isEmpty());
            return process;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ExecutionException failed) {
            throw new LocalStackException(
                    "Cannot start %s: %s"
                            .formatted(command.getFirst(), failed.getCause().getMessage()),
                    failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while starting " + command.getFirst(), interrupted);
        }
    }

    private Process spawn() {
        List<String> words = new ArrayList<>(
                List.of("sh", "-c", script(), "launch", pidFile.path().toString()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()))
                .redirectErrorStream(true);
        Environment.inheritLittle(builder.environment());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String script() {
        try (InputStream script = Launch.class.getResourceAsStream("launch.sh")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
