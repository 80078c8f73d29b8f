package cl.observatory.acceptance.fault;

import cl.observatory.local.process.Command;
import cl.observatory.local.process.Folders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A disk of its own, of memory, for what PostgreSQL keeps, with so little room beside it that it can be filled. Needs the
 * right to mount; PostgreSQL must not run while the disk is put in or taken out.
 */
final class SmallDisk implements AutoCloseable {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long ROOM = 64 * MEGABYTE;

    private final Path data;
    private final Path ballast;

    private SmallDisk(Path data) {
        this.data = data;
        this.ballast = data.resolve("ballast");
    }

    /**
     * Moves what lies in the folder onto the disk.
     *
     * @param data folder of PostgreSQL
     */
    static SmallDisk put(Path data) {
        Path kept = kept(data);
        run("cp", "-a", data.toString(), kept.toString());
        run("mount", "-t", "tmpfs", "-o", "size=" + (size(data) + ROOM), "small-disk", data.toString());
        run("cp", "-a", kept + "/.", data.toString());
        return new SmallDisk(data);
    }

    /** Until the last byte. */
    void fill() {
        byte[] block = new byte[(int) MEGABYTE];
        for (int size = block.length; size > 0; size /= 2) {
            while (append(block, size)) {
                // there is room for one more
            }
        }
    }

    private boolean append(byte[] block, int size) {
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(block, 0, size);
            return true;
        } catch (IOException full) {
            return false;
        }
    }

    void makeRoom() {
        try {
            Files.deleteIfExists(ballast);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Takes the disk out; what is on it lies in the folder again. */
    @Override
    public void close() {
        makeRoom();
        Path kept = kept(data);
        Folders.delete(kept);
        run("cp", "-a", data.toString(), kept.toString());
        run("umount", data.toString());
        Folders.delete(data);
        run("mv", kept.toString(), data.toString());
    }

    private static Path kept(Path data) {
        return data.resolveSibling(data.getFileName() + ".beside-the-disk");
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void run(String... command) {
        Command ran = Command.run(command);
        if (!ran.succeeded()) {
            throw new IllegalStateException(String.join(" ", command) + ": " + ran.output());
        }
    }
}
