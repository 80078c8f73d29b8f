package cl.observatory.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which a started process has written who it is, before it became the program that was asked for. */
public record PidFile(Path path) {

    /** The process of this file, when it still runs. */
    public Optional<ProcessIdentity> running() {
        return read().filter(ProcessIdentity::alive);
    }

    /** The process that wrote this file, whether or not it still runs. */
    public Optional<ProcessIdentity> read() {
        try {
            List<String> fields = List.of(Files.readString(path).trim().split(" ", -1));
            return fields.size() == 3
                    ? Optional.of(new ProcessIdentity(
                            Long.parseLong(fields.get(0)), Long.parseLong(fields.get(1)), fields.get(2)))
                    : Optional.empty();
        } catch (NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
