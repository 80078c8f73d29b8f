package cl.observatory.acceptance.canary;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request over a connection of its own, from an address of one's own: whatever a client could send, without the
 * manners of a client library.
 *
 * @param from a loopback address
 */
record Visit(URI to, String from) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LINE = "\r\n";

    /**
     * @param headers names in lower case
     */
    record Answer(int status, Map<String, String> headers, String text) {}

    /**
     * @param request method and target, as {@code POST /v1/reports}
     */
    Answer send(String request, Map<String, String> headers, byte[] body) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Host", to.getAuthority(), "Connection", "close"));
        if (body.length > 0) {
            all.put("Content-Length", Integer.toString(body.length));
        }
        all.putAll(headers);
        StringBuilder head = new StringBuilder(request).append(" HTTP/1.1").append(LINE);
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append(LINE));
        return sendAsIs(Plants.joined(head.append(LINE).toString().getBytes(ISO_8859_1), body));
    }

    /** Sends bytes, whether they are a request or not. */
    Answer sendAsIs(byte[] bytes) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(to.getHost(), to.getPort()));
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return answer(socket.getInputStream().readAllBytes());
        } catch (IOException failed) {
            throw new UncheckedIOException("No answer from " + to, failed);
        }
    }

    private static Answer answer(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        int end = all.indexOf(LINE + LINE);
        if (end < 0) {
            throw new IllegalStateException("No answer: " + all);
        }
        List<String> lines = all.substring(0, end).lines().toList();
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String body = all.substring(end + 2 * LINE.length());
        boolean isChunked = "chunked".equals(headers.get("transfer-encoding"));
        return new Answer(
                Integer.parseInt(lines.getFirst().split(" ", 3)[1]),
                headers,
                new String(isChunked ? joined(body) : body.getBytes(ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static byte[] joined(String chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (at < chunks.length()) {
            int end = chunks.indexOf(LINE, at);
            int size = Integer.parseInt(chunks.substring(at, end), 16);
            body.writeBytes(chunks.substring(end + 2, end + 2 + size).getBytes(ISO_8859_1));
            at = end + 2 + size + 2;
        }
        return body.toByteArray();
    }
}
