package cl.observatory.local;

import cl.observatory.local.process.Folders;
import cl.observatory.local.process.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folder of this JVM's test servers. It holds a lock as long as the JVM lives; a folder whose lock is free was left
 * by a JVM that was killed, and is swept away by the next one.
 */
public final class TestFolder {

    private static final String LOCK = "lock";

    /** Keeps the locks' channels from the garbage collector, which would close them. */
    private static final List<FileChannel> HELD = new CopyOnWriteArrayList<>();

    /** Not looked into when sweeping: closing a second channel would give up the lock of the first. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    /** To be passed through by the user that PostgreSQL may run as, and listed by nobody else. */
    private static final Set<PosixFilePermission> PASSABLE = PosixFilePermissions.fromString("rwx--x--x");

    private TestFolder() {}

    /** What all test JVMs of this user share: the unpacked programs, and each one's own folder. */
    public static Path shared() {
        Path folder =
                Path.of(System.getProperty("java.io.tmpdir"), "observatory-tests-" + System.getProperty("user.name"));
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PASSABLE));
            // Somebody else may have made it first, in a temporary folder that everybody writes to.
            if (!Files.getOwner(folder).equals(Files.getOwner(Path.of("/proc/self")))) {
                return Files.createTempDirectory("observatory-tests-", PosixFilePermissions.asFileAttribute(PASSABLE));
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make a folder for test servers", failed);
        }
    }

    /**
     * Makes a folder that is locked until this JVM ends, and removes those that nobody locks any more.
     *
     * @param farewell ends what runs in the folder, before it is deleted at the JVM's end
     */
    public static Path create(Path shared, Consumer<Path> farewell) {
        try (FileChannel turn = open(shared.resolve("sweeping"))) {
            turn.lock();
            for (Path run : runs(shared)) {
                if (isAbandoned(run)) {
                    Folders.delete(run);
                }
            }
            Path folder = Files.createTempDirectory(shared, "run-", PosixFilePermissions.asFileAttribute(PASSABLE));
            lockUntilTheEnd(folder, farewell);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make a folder for test servers in " + shared, failed);
        }
    }

    private static List<Path> runs(Path shared) throws IOException {
        try (Stream<Path> all = Files.list(shared)) {
            return all.filter(path -> path.getFileName().toString().startsWith("run-"))
                    .toList();
        }
    }

    private static boolean isAbandoned(Path run) throws IOException {
        if (OWN.contains(run)) {
            return false;
        }
        try (FileChannel channel = open(run.resolve(LOCK));
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    @SuppressWarnings("resource")
    private static void lockUntilTheEnd(Path folder, Consumer<Path> farewell) throws IOException {
        OWN.add(folder);
        FileChannel lock = open(folder.resolve(LOCK));
        lock.lock();
        HELD.add(lock);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(folder, farewell), "end-of-test-servers"));
    }

    private static void end(Path folder, Consumer<Path> farewell) {
        try {
            farewell.accept(folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), PrivateFiles.ownerOnly());
    }
}
