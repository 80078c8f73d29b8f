package cl.observatory.local.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a service is run: in little memory, none of which is ever written to a file, whatever becomes of the process. */
final class JavaCommand {

    private static final List<String> EVERY_SERVICE = List.of(
            "-Xmx256m",
            // What the JVM chooses by itself where it has so little memory, as in a pod.
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            // A report of a crash shows what the registers pointed at.
            "-XX:ErrorFile=/dev/null",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** No file in the temporary folder counts what the process does. */
    private static final String CONFIDENTIAL = "-XX:-UsePerfData";

    /** Who works for few saves half of its start, and makes no code that would pay only later. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    /** Nobody dumps the heap from outside either. */
    private static final String CLOSED = "-XX:+DisableAttachMechanism";

    private JavaCommand() {}

    /**
     * @param temporary uploads and unpacked libraries of a killed process are found here, and removed by the next one
     */
    static List<String> of(ServiceDefinition service, Path temporary, Path program) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(EVERY_SERVICE);
        if (service.worksForFew()) {
            command.add(QUICK_START);
        }
        if (service.isConfidential()) {
            command.add(CONFIDENTIAL);
            if (!service.needs().contains(ServiceDefinition.Need.DIAGNOSIS)) {
                command.add(CLOSED);
            }
        }
        command.add("-Djava.io.tmpdir=" + temporary);
        command.add("-jar");
        command.add(program.resolve("quarkus-run.jar").toString());
        return command;
    }
}
