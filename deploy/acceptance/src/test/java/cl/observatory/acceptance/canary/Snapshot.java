package cl.observatory.acceptance.canary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody can see at one moment, by its name: series of metrics, public documents and their headers, rows, files and
 * when they were written.
 */
record Snapshot(Map<String, String> seen) {

    Snapshot {
        seen = Map.copyOf(seen);
    }

    /** What is different afterwards, new, or gone. */
    Set<String> changedUntil(Snapshot later) {
        Set<String> all = new TreeSet<>(seen.keySet());
        all.addAll(later.seen.keySet());
        all.removeIf(name -> Objects.equals(seen.get(name), later.seen.get(name)));
        return all;
    }

    /** Collects what is seen. */
    static final class Collector {

        private final Map<String, String> seen = new TreeMap<>();

        void add(String name, String value) {
            seen.put(name, value);
        }

        /** Each series of an exposition in Prometheus' format. */
        void addMetrics(String process, String exposition) {
            exposition
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int value = line.lastIndexOf(' ');
                        add("metric " + process + " " + line.substring(0, value), line.substring(value + 1));
                    });
        }

        /** Size and times of each file that is not below one of those. */
        void addFiles(Path folder, Set<Path> except) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    if (except.stream().noneMatch(file::startsWith)) {
                        addFile(folder, file);
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private void addFile(Path folder, Path file) throws IOException {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                add("file " + folder.relativize(file), attributes.size() + " bytes, " + attributes.lastModifiedTime());
            } catch (NoSuchFileException gone) {
                // so it is not there
            }
        }

        Snapshot snapshot() {
            return new Snapshot(seen);
        }
    }
}
