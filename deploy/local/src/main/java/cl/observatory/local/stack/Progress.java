package cl.observatory.local.stack;

import cl.observatory.local.process.LocalStackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Starts several processes at once and says which are ready and which are still waited for. */
final class Progress {

    private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(5);

    private final Consumer<String> say;

    Progress(Consumer<String> say) {
        this.say = say;
    }

    void say(String process, String what) {
        say.accept("%-18s %s".formatted(process, what));
    }

    /** Returns when all are done, or fails with the first failure once all have come to an end. */
    void together(Map<String, Runnable> starts) {
        Set<String> waitedFor = Collections.synchronizedSet(new TreeSet<>(starts.keySet()));
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> started = new ArrayList<>();
            starts.forEach((name, start) -> started.add(CompletableFuture.runAsync(
                    () -> {
                        long begin = System.nanoTime();
                        start.run();
                        waitedFor.remove(name);
                        say(name, "ready after %.1f s".formatted((System.nanoTime() - begin) / 1e9));
                    },
                    executor)));
            await(CompletableFuture.allOf(started.toArray(CompletableFuture[]::new)), waitedFor);
        }
    }

    private void await(CompletableFuture<Void> all, Set<String> waitedFor) {
        while (true) {
            try {
                all.get(BETWEEN_REMINDERS.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                say("", "waiting for " + String.join(", ", waitedFor));
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof RuntimeException cause
                        ? cause
                        : new CompletionException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new LocalStackException("Interrupted while starting", interrupted);
            }
        }
    }
}
