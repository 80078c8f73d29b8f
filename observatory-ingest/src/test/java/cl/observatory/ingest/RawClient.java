package cl.observatory.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.config.ConfigProvider;

/** A connection over which a test says exactly what it wants. */
public final class RawClient implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final OutputStream out;

    public RawClient() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        out = socket.getOutputStream();
    }

    /** Everything of an upload by the steward before its body. */
    public RawClient beginUpload(String dataset, String framing) throws IOException {
        return send("""
                POST /v1/datasets/%s/imports?profile=%s HTTP/1.1
                Host: localhost
                Connection: close
                Accept-Language: en
                Content-Type: text/csv
                Authorization: Bearer %s
                %s

                """.formatted(
                        dataset, Cases.PROFILE, Caller.token("observatory-ingest", "steward", "data:write"), framing));
    }

    /** Sends the characters as bytes, line ends as HTTP wants them. */
    public RawClient send(String text) throws IOException {
        return send(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    public RawClient send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Says that nothing more will come, but still listens. */
    public RawClient endSending() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** Everything until the service closes the connection, in whatever way. */
    public String answer() {
        StringBuilder answer = new StringBuilder();
        try {
            byte[] buffer = new byte[1 << 14];
            for (int count = socket.getInputStream().read(buffer);
                    count >= 0;
                    count = socket.getInputStream().read(buffer)) {
                answer.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (SocketTimeoutException stillOpen) {
            throw new AssertionError("still open after '" + answer + "'", stillOpen);
        } catch (IOException reset) {
            // closed as well
        }
        return answer.toString();
    }

    /** One answer with its body; the connection may stay open. */
    public String answerOfItsLength() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new EOFException("closed after '" + head + "'");
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .sum();
        return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Closes without a word, as a caller does whose machine loses its network: the other side gets a reset. */
    public void abort() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
