package cl.observatory.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Bytes that are put aside on disk. The file has no name from the moment when it is open, so that nobody else can open
 * it, and it is gone with its channel, however the process ends.
 */
final class SpooledFile implements AutoCloseable {

    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));

    private final FileChannel channel;

    SpooledFile() throws IOException {
        Files.createDirectories(FOLDER);
        // on Linux, to delete on close is to unlink right after opening
        channel = FileChannel.open(
                FOLDER.resolve("observatory-" + UUID.randomUUID()),
                Set.of(
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Everything that is left of a stream; the channel stands at its beginning. */
    static SpooledFile of(InputStream content) throws IOException {
        SpooledFile file = new SpooledFile();
        boolean whole = false;
        try {
            content.transferTo(file.output());
            file.channel.position(0);
            whole = true;
            return file;
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    /** Writes behind what is there. */
    OutputStream output() {
        return Channels.newOutputStream(channel);
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
