package cl.observatory.local.stack;

import cl.observatory.local.process.Folders;
import cl.observatory.local.process.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of what the build made, which the next build, or a test run, does not pull away from under a running process.
 *
 * @param built the folder that the build writes
 * @param copy the folder that the process runs from
 */
record InstalledProgram(Path built, Path copy) {

    /** Tells one build from another, by names, sizes and times of its files. */
    String fingerprint() {
        try (Stream<Path> files = Files.walk(built)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                String line = "%s %d %s\n"
                        .formatted(built.relativize(file), Files.size(file), Files.getLastModifiedTime(file));
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + built, failed);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Copies the build, unless the copy is of this build already. Not while a process runs from the copy. */
    void install() {
        String fingerprint = fingerprint();
        Path mark = copy.resolveSibling(copy.getFileName() + ".copied");
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
                return;
            }
            Files.deleteIfExists(mark);
            Folders.delete(copy);
            copyFiles();
            PrivateFiles.write(mark, fingerprint);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot copy %s to %s (is the disk full?)".formatted(built, copy), failed);
        }
    }

    private void copyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = copy.resolve(built.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
