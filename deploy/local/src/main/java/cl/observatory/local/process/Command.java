package cl.observatory.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A short command of the operating system, run to its end.
 *
 * @param output what it wrote to both of its outputs
 */
public record Command(int exitStatus, String output) {

    private static final int NOT_FOUND = 127;

    /** Runs the command; one that is not installed ends like in a shell, with 127. */
    public static Command run(String... command) {
        return run(List.of(command));
    }

    public static Command run(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Environment.inheritLittle(builder.environment());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output.strip());
        } catch (IOException missing) {
            return new Command(NOT_FOUND, missing.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while running " + command.getFirst(), interrupted);
        }
    }

    public boolean succeeded() {
        return exitStatus == 0;
    }
}
