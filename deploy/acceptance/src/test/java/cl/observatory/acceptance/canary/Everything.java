package cl.observatory.acceptance.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Hands everything that a stack wrote, holds open or tells to those who look for marks. */
final class Everything {

    private static final List<String> MANAGEMENT = List.of("/q/metrics", "/q/health", "/q/health/ready", "/q/openapi");

    private final Insider stack;
    private final Scanner streams;
    private final Scanner files;

    /**
     * @param streams reads what is told when it is asked for, as tables and topics
     * @param files reads what lies on disk
     */
    Everything(Insider stack, Scanner streams, Scanner files) {
        this.stack = stack;
        this.streams = streams;
        this.files = files;
    }

    void read() throws SQLException, ExecutionException, InterruptedException {
        readTables();
        stack.topics().dump(streams::read);
        readManagement();
        readProcesses();
        stack.database().checkpoint();
        readFiles();
    }

    private void readTables() throws SQLException {
        Database database = stack.database();
        for (String name : database.names()) {
            database.dump(name, streams::read);
            database.dumpViews(name, streams::read);
        }
    }

    private void readManagement() {
        stack.management().forEach((process, visit) -> {
            for (String path : MANAGEMENT) {
                Visit.Answer answer = visit.send("GET " + path, Map.of(), new byte[0]);
                streams.read(process + " " + path, (answer.headers() + answer.text()).getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** How each was started, and what it holds open, also of files that have no name any more. */
    private void readProcesses() {
        stack.processes().forEach((name, pid) -> {
            Path process = Path.of("/proc", Long.toString(pid));
            try {
                streams.read(name + " command", Files.readAllBytes(process.resolve("cmdline")));
                streams.read(name + " environment", Files.readAllBytes(process.resolve("environ")));
                try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
                    for (Path file : open) {
                        readOpen(name, file);
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void readOpen(String name, Path file) throws IOException {
        try {
            String target = Files.readSymbolicLink(file).toString();
            boolean isRead = target.startsWith(stack.folder().toString()) || target.endsWith(".jar");
            if (Files.isRegularFile(file) && !isRead && !target.startsWith(System.getProperty("java.home"))) {
                streams.read(name + " holds " + target, Files.readAllBytes(file));
            }
        } catch (NoSuchFileException | AccessDeniedException closed) {
            // it was open a moment ago
        }
    }

    /** Without the programs, which are copies of what was built before. */
    private void readFiles() {
        Path programs = stack.folder().resolve("programs");
        files.read(stack.folder(), file -> !file.startsWith(programs));
    }
}
