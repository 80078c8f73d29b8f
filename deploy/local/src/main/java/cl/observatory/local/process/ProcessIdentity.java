package cl.observatory.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process told apart from every other, also from a later one that was given the same number: by its start, counted in
 * kernel ticks since a boot that has an id. A clock that is set back or forward changes none of the three.
 */
public record ProcessIdentity(long pid, long startedAtTick, String boot) {

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int STATE = 0;
    private static final int STARTED_AT_TICK = 19;

    /** The process that has this number now; empty when there is none, or when it has ended and only awaits its parent. */
    public static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The second field is the program's name in brackets and may itself hold spaces and brackets.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            if (fields[STATE].equals("Z") || fields[STATE].equals("X")) {
                return Optional.empty();
            }
            return Optional.of(new ProcessIdentity(
                    pid,
                    Long.parseLong(fields[STARTED_AT_TICK]),
                    Files.readString(BOOT_ID).trim()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    public boolean alive() {
        return of(pid).filter(this::equals).isPresent();
    }

    /** Sends the signal if the process is still this one. */
    public void signal(Signal signal) {
        if (alive()) {
            // ProcessHandle knows neither INT nor a way to tell an ended process from a forbidden one.
            Command.run("sh", "-c", "kill -s \"$0\" \"$1\"", signal.name(), Long.toString(pid));
        }
    }

    /**
     * Asks the process to end, and ends it by force when it has not done so in time.
     *
     * @return whether it ended by itself
     */
    public boolean stop(Signal request, Duration patience) {
        signal(request);
        if (Waiting.until(patience, () -> !alive())) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends the process without asking, and returns when it is gone. */
    public void kill() {
        signal(Signal.KILL);
        if (!Waiting.until(Duration.ofSeconds(10), () -> !alive())) {
            throw new LocalStackException("Process " + pid + " does not end, not even when killed.");
        }
    }
}
