package cl.observatory.gateway.packed;

import io.quarkus.runtime.util.ClassPathUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of one folder of the class path, in the order of their names. */
final class PackedFolder {

    private PackedFolder() {}

    static SortedMap<String, byte[]> read(String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            ClassPathUtils.consumeAsPaths(folder, path -> files.putAll(readAll(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static SortedMap<String, byte[]> readAll(Path folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }
}
