package cl.observatory.local.postgres;

import cl.observatory.local.process.Folders;
import cl.observatory.local.process.LocalStackException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, as they were unpacked into a folder. */
public record PostgresBinaries(Path home) {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String ARCHITECTURE = "amd64";

    /** Unpacks the programs below the folder, once for each version; a start that is cut off leaves no half of them. */
    public static PostgresBinaries in(Path folder) {
        Path home = folder.resolve("postgres-" + version());
        if (!Files.isDirectory(home)) {
            unpack(home);
        }
        return new PostgresBinaries(home);
    }

    public String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path home) {
        if (!System.getProperty("os.arch").equals(ARCHITECTURE)) {
            throw new LocalStackException("The PostgreSQL that Maven brings is for Linux on %s; this machine is %s."
                    .formatted(ARCHITECTURE, System.getProperty("os.arch")));
        }
        try {
            Files.createDirectories(home.getParent());
            Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
            // Another user may have to run them, see PostgresAccount.
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(unfinished);
            finish(unfinished, home);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "Cannot unpack PostgreSQL into %s (is the disk full?)".formatted(home), failed);
        }
    }

    private static void finish(Path unfinished, Path home) throws IOException {
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException another) {
            Folders.delete(unfinished);
            if (!Files.isDirectory(home)) {
                throw another;
            }
        }
    }

    private static void extract(Path target) throws IOException {
        try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive holds a path that leads out of it: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(path.getParent());
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = new HashSet<>(PosixFilePermissions.fromString("rw-r--r--"));
        boolean program = (mode & 0100) != 0;
        if (program) {
            permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
        }
        return permissions;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream file = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            properties.load(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties.getProperty("version");
    }
}
