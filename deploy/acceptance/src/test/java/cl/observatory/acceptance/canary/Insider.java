package cl.observatory.acceptance.canary;

import cl.observatory.local.stack.ProcessStatus;
import cl.observatory.local.stack.Stack;
import cl.observatory.local.stack.StackFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What somebody sees who runs the machine of a stack. */
record Insider(Stack stack) {

    private static final String MANAGEMENT = "-management";

    Path folder() {
        return stack.folder();
    }

    /** Numbers of those processes that run, by name. */
    Map<String, Long> processes() {
        Map<String, Long> pids = new TreeMap<>();
        for (ProcessStatus status : stack.status()) {
            status.pid().ifPresent(pid -> pids.put(status.name(), pid));
        }
        return pids;
    }

    /** Where each service tells of health and metrics, by its name. */
    Map<String, Visit> management() {
        Map<String, Visit> visits = new TreeMap<>();
        try {
            JsonNode state = JsonMapper.builder()
                    .build()
                    .readTree(folder().resolve("stack.json").toFile());
            state.get("ports").properties().stream()
                    .filter(port -> port.getKey().endsWith(MANAGEMENT))
                    .forEach(port -> visits.put(
                            port.getKey().replace(MANAGEMENT, ""),
                            new Visit(URI.create("http://127.0.0.1:" + port.getValue()), "127.0.0.1")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return visits;
    }

    Database database() {
        return new Database(
                "127.0.0.1:" + port("postgres"),
                new StackFolder(folder()).secrets().password("postgres-superuser"));
    }

    Topics topics() {
        return new Topics("127.0.0.1:" + port("kafka"));
    }

    private int port(String process) {
        return stack.status().stream()
                .filter(status -> status.name().equals(process))
                .findFirst()
                .orElseThrow()
                .port()
                .orElseThrow();
    }
}
