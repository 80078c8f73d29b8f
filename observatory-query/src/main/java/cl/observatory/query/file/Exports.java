package cl.observatory.query.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Bounds what files take from everybody else. They are read a piece at a time: a connection is held while a piece is read,
 * and never while it is sent, so that whoever reads slowly, or goes away, holds none.
 */
@ApplicationScoped
public class Exports {

    private final Clock clock;
    private final Semaphore connections;
    private final Duration longest;

    Exports(Clock clock, ExportsConfig config) {
        this.clock = clock;
        this.connections = new Semaphore(config.connections(), true);
        this.longest = config.longest();
    }

    /** Until when a file that begins now may take. */
    public final class Deadline {

        private final Instant end = clock.instant().plus(longest);

        private Deadline() {}

        /**
         * @throws IOException when it has passed
         */
        public void check() throws IOException {
            if (clock.instant().isAfter(end)) {
                throw new IOException("a file was read too slowly");
            }
        }
    }

    public Deadline begin() {
        return new Deadline();
    }

    /** Reads a piece, when it is its turn. */
    public <T> T read(Supplier<T> piece) {
        connections.acquireUninterruptibly();
        try {
            return piece.get();
        } finally {
            connections.release();
        }
    }
}
