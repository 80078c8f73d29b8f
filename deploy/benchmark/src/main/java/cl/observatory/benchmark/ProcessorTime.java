package cl.observatory.benchmark;

import cl.observatory.local.stack.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The processor time that a process and its children ever took, as the kernel tells it: unlike a rate it hardly depends on
 * what else the machine does.
 */
final class ProcessorTime {

    /** In which the kernel counts, whatever it works with. */
    private static final double TICKS_IN_A_SECOND = 100;

    /** Of user and system in {@code /proc/pid/stat} behind the name, and the same of children that have ended. */
    private static final int OWN = 11;

    private static final int ENDED_CHILDREN = 13;

    private final long pid;

    private ProcessorTime(long pid) {
        this.pid = pid;
    }

    /** Of a process of a stack, by its name. */
    static ProcessorTime of(List<ProcessStatus> stack, String name) {
        return stack.stream()
                .filter(process -> process.name().equals(name))
                .map(process -> new ProcessorTime(process.pid().orElseThrow()))
                .findFirst()
                .orElseThrow();
    }

    double seconds() {
        long ticks = ticks(pid, OWN) + ticks(pid, ENDED_CHILDREN);
        ticks += ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .mapToLong(child -> ticks(child.pid(), OWN))
                .sum();
        return ticks / TICKS_IN_A_SECOND;
    }

    private static long ticks(long pid, int first) {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
        } catch (IOException ended) {
            // between the list and now: its time is with its parent
            return 0;
        }
    }
}
