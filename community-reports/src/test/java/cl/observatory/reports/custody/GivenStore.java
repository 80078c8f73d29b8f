package cl.observatory.reports.custody;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The two ways in which keys are kept, each opened on a folder; a transit engine runs until it is closed. */
final class GivenStore implements AutoCloseable {

    private static final String PREFIX = "reports-epoch-";

    private final Path folder;
    private final Path tokenFile;
    private final TransitServer server;

    private GivenStore(Path folder, Path tokenFile, TransitServer server) {
        this.folder = folder;
        this.tokenFile = tokenFile;
        this.server = server;
    }

    static GivenStore of(CustodyConfig.Kind kind, Path parent) {
        try {
            Path token = Files.writeString(parent.resolve("token"), "s.first\n");
            return new GivenStore(
                    parent.resolve("epochs"), token, kind == CustodyConfig.Kind.TRANSIT ? TransitServer.start() : null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The store as a process that starts now opens it. */
    KeyStore open() {
        return openOn(folder);
    }

    KeyStore openOn(Path other) {
        return server == null ? new FileKeyStore(other) : new TransitKeyStore(other, engine(), PREFIX);
    }

    TransitEngine engine() {
        URI mount = server.address().resolve("/v1/transit");
        return new TransitEngine(mount, tokenFile, Duration.ofSeconds(5));
    }

    TransitServer server() {
        return server;
    }

    Path tokenFile() {
        return tokenFile;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
