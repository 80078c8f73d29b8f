package cl.observatory.acceptance.fault;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A port of this machine behind which another one lies; what happens in between is up to a {@link Passage}. */
final class Wire {

    private final ServerSocket server;
    private final IntSupplier behind;
    private final Supplier<Passage> passages;

    private Wire(ServerSocket server, IntSupplier behind, Supplier<Passage> passages) {
        this.server = server;
        this.behind = behind;
        this.passages = passages;
    }

    /**
     * A wire that is there until this JVM ends.
     *
     * @param behind is asked for the port at each connection, since whoever is behind may have another one after a restart
     */
    static Wire open(IntSupplier behind, Supplier<Passage> passages) {
        try {
            Wire wire = new Wire(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), behind, passages);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                Socket there = new Socket(InetAddress.getLoopbackAddress(), behind.getAsInt())) {
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            Passage passage = passages.get();
            Thread answers = Thread.ofVirtual().start(() -> pass(there, client, passage::passAnswers));
            pass(client, there, passage::passRequests);
            answers.join();
        } catch (IOException nobodyIsThere) {
            // the client learns it from the end of the connection
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Pass {
        void run(DataInputStream from, OutputStream to) throws IOException;
    }

    /** Whoever ends, the other one learns it at once. */
    private static void pass(Socket from, Socket to, Pass pass) {
        try (from;
                to) {
            pass.run(
                    new DataInputStream(new BufferedInputStream(from.getInputStream())),
                    new BufferedOutputStream(to.getOutputStream()));
        } catch (IOException ended) {
            // by one side, or cut
        }
    }
}
