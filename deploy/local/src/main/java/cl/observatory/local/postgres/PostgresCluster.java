package cl.observatory.local.postgres;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.Folders;
import cl.observatory.local.process.Lifetime;
import cl.observatory.local.process.LocalStackException;
import cl.observatory.local.process.PrivateFiles;
import cl.observatory.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data folder of one server: made, configured and freed of what a crash left behind. */
final class PostgresCluster {

    private static final String MAJOR_VERSION = "18";

    private final PostgresFiles files;
    private final PostgresAccount account;

    PostgresCluster(PostgresFiles files, PostgresAccount account) {
        this.files = files;
        this.account = account;
    }

    /** Makes the cluster beside its place and moves it there when it is whole. */
    void createIfMissing() {
        Path version = files.data().resolve("PG_VERSION");
        try {
            if (Files.exists(version)) {
                refuseOtherVersion(Files.readString(version).trim());
                account.give(files.data());
                return;
            }
            Path unfinished = files.data().resolveSibling(files.data().getFileName() + ".new");
            Folders.delete(unfinished);
            PrivateFiles.createFolder(unfinished);
            account.give(unfinished);
            initialise(unfinished);
            Files.move(unfinished, files.data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make PostgreSQL's data folder " + files.data(), failed);
        }
    }

    private void initialise(Path folder) throws IOException {
        Path password = folder.resolveSibling("superuser.password");
        PrivateFiles.write(password, Files.readString(files.passwordFile()));
        account.give(password);
        Command initdb = Command.run(account.around(List.of(
                files.binaries().program("initdb"),
                "--pgdata=" + folder,
                "--username=" + PostgresServer.SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Sorts by code point, knows the case of every letter, and needs no locale of this machine.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--sync-method=syncfs",
                "--no-instructions")));
        Files.delete(password);
        if (!initdb.succeeded()) {
            throw new LocalStackException("PostgreSQL's initdb failed:\n" + initdb.output());
        }
    }

    private void refuseOtherVersion(String version) {
        if (!version.equals(MAJOR_VERSION)) {
            throw new LocalStackException("""
                    The data in %s are of PostgreSQL %s, and this checkout brings %s. Use the checkout that made them, \
                    or begin anew with ./observatory reset.""".formatted(files.data(), version, MAJOR_VERSION));
        }
    }

    /** Writes the configuration whole at every start, so that it is never older than this code. */
    void configure(int port, Lifetime lifetime) {
        boolean kept = lifetime == Lifetime.DETACHED;
        write("postgresql.conf", """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                password_encryption = 'scram-sha-256'
                timezone = 'UTC'
                log_timezone = 'UTC'
                shared_buffers = '%s'
                work_mem = '16MB'
                maintenance_work_mem = '128MB'
                max_wal_size = '2GB'
                jit = off

                # A transaction that was committed outlives a killed server in either case; fsync adds power cuts.
                fsync = %s
                full_page_writes = %3$s

                # One call for the file system, not one for each of a thousand files.
                recovery_init_sync_method = 'syncfs'

                # Errors go to the client, which decides what may be written down; no row is ever repeated here.
                log_min_messages = 'log'
                log_min_error_statement = 'panic'
                log_error_verbosity = 'terse'
                log_statement = 'none'
                log_duration = off
                log_min_duration_statement = -1
                log_lock_waits = off
                # Nor are the values that a statement came with, neither here nor in what the client is told of an error.
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                log_autovacuum_min_duration = -1
                log_line_prefix = '%%m [%%p] '
                """.formatted(port, kept ? "256MB" : "128MB", kept ? "on" : "off"));
        write("pg_hba.conf", """
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }

    private void write(String name, String content) {
        try {
            Path file = files.data().resolve(name);
            PrivateFiles.write(file, content);
            account.give(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write PostgreSQL's configuration", failed);
        }
    }

    /**
     * Waits for the last processes of a killed server, and removes its lock when the number in it is still, or again, in
     * use: by its own remains that nobody has buried yet, or by a stranger. PostgreSQL would take either for a server at
     * work and refuse to start.
     */
    void clearStaleLock() {
        if (!Waiting.until(Duration.ofSeconds(30), () -> processesInData().isEmpty())) {
            throw new LocalStackException("Another PostgreSQL works in %s: process %s."
                    .formatted(files.data(), processesInData().orElse("unknown")));
        }
        Path lock = files.data().resolve("postmaster.pid");
        try {
            if (Files.exists(lock)
                    && Files.exists(
                            Path.of("/proc", Files.readAllLines(lock).getFirst().trim()))) {
                Files.delete(lock);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot remove PostgreSQL's old lock", failed);
        }
    }

    /** A process whose working folder is the cluster, as it is for every process of a server. */
    private Optional<String> processesInData() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            Path data = files.data().toRealPath();
            return processes
                    .filter(process -> worksIn(process, data))
                    .map(process -> process.getFileName().toString())
                    .findFirst();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(folder);
        } catch (IOException notAProcessOrNotOurs) {
            return false;
        }
    }
}
