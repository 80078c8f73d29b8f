package cl.observatory.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A publisher's host on this machine, which answers each path with just the bytes that a test wants. */
public final class ScriptedHost implements AutoCloseable {

    /** Shared by the class loaders of the test JVM. */
    private static final String PORT = "observatory.test.publisher-port";

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param answer a character for each byte
     */
    private record Script(String answer, boolean staysOpen) {}

    private ScriptedHost(int port) throws IOException {
        socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        Thread.ofVirtual().start(this::serve);
    }

    /** On a port of its own. */
    public static ScriptedHost start() throws IOException {
        return new ScriptedHost(0);
    }

    /** On the port that the service under test may fetch from. */
    public static ScriptedHost startAllowed() throws IOException {
        return new ScriptedHost(port());
    }

    /** The port that the service under test may fetch from. */
    static synchronized int port() {
        String known = System.getProperty(PORT);
        if (known != null) {
            return Integer.parseInt(known);
        }
        try (ServerSocket free = new ServerSocket(0)) {
            System.setProperty(PORT, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    /** Paths in the order in which they were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Answers a path whole. */
    public ScriptedHost answer(String path, String head, byte[] body) {
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        scripts.put(path, new Script(head.replace("\n", "\r\n") + "\r\n\r\n" + bytes, false));
        return this;
    }

    public ScriptedHost answer(String path, String head, String body) {
        return answer(path, head, body.getBytes(StandardCharsets.UTF_8));
    }

    public ScriptedHost file(String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return answer(path, "HTTP/1.1 200 OK\nContent-Length: " + length, body);
    }

    public ScriptedHost redirect(String path, String location) {
        return answer(path, "HTTP/1.1 302 Found\nContent-Length: 0\nLocation: " + location, "");
    }

    /** Takes the question and says nothing, not even an end. */
    public ScriptedHost silence(String path) {
        scripts.put(path, new Script("", true));
        return this;
    }

    /** What was set for a path is sent, and then nothing more comes, not even an end. */
    public ScriptedHost stalling(String path) {
        scripts.computeIfPresent(path, (same, script) -> new Script(script.answer(), true));
        return this;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (IOException ended) {
                // closed, or a caller who went away
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader request =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String path = request.readLine().split(" ", -1)[1];
            String line = request.readLine();
            while (line != null && !line.isEmpty()) {
                line = request.readLine();
            }
            asked.add(path);
            Script script = scripts.get(path);
            OutputStream out = connection.getOutputStream();
            out.write(script.answer().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (script.staysOpen()) {
                closed.await();
            }
        } catch (IOException gone) {
            // the caller has seen enough
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
