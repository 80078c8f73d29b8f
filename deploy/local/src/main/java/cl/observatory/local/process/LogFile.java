package cl.observatory.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where a process writes. Every start begins a new file and keeps a few old ones. */
public record LogFile(Path path) {

    private static final int OLD_ONES = 3;
    private static final int TAIL_LIMIT = 64 * 1024;

    /** Moves {@code x.log} to {@code x.log.1} and so on, and makes a new file that only its owner reads. */
    public void begin() {
        try {
            Files.createDirectories(path.getParent());
            for (int age = OLD_ONES; age > 0; age--) {
                Path younger = age == 1 ? path : old(age - 1);
                if (Files.exists(younger)) {
                    Files.move(younger, old(age), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            PrivateFiles.create(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot begin the log " + path, failed);
        }
    }

    /** The last lines, or none when there is no such file. */
    public List<String> tail(int lines) {
        if (!Files.isReadable(path)) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(path)) {
            channel.position(Math.max(0, channel.size() - TAIL_LIMIT));
            byte[] end = java.nio.channels.Channels.newInputStream(channel).readNBytes(TAIL_LIMIT);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read the log " + path, failed);
        }
    }

    private Path old(int age) {
        return path.resolveSibling(path.getFileName() + "." + age);
    }
}
