package cl.observatory.benchmark;

import cl.observatory.local.stack.ProcessStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The most memory that a process ever held, as the kernel tells it. */
final class PeakMemory {

    private PeakMemory() {}

    static void print(ProcessStatus process) {
        try {
            long kilobytes =
                    Files.readAllLines(
                                    Path.of("/proc", Long.toString(process.pid().orElseThrow()), "status"))
                            .stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow();
            System.out.printf(Locale.ROOT, "peak memory %-10s %,6d MB%n", process.name(), kilobytes / 1024);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
