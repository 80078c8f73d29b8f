package cl.observatory.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Requests of the routes of reports, as bytes on the wire. All that takes time is made before a clock starts: of a
 * submission only the last digits of its key are written when it is sent. For one thread.
 */
final class ReportRequests {

    /** Of every body on these routes, in bytes. */
    private static final int SIZE = 16_384;

    /** What makes each key one that nobody used before, behind what is random and the run's. */
    private static final int DIGITS = 10;

    private static final int TEN = 10;

    private final String run =
            UUID.randomUUID() + "_" + UUID.randomUUID().toString().substring(0, 8);
    private final List<byte[]> bodies = new ArrayList<>();
    private long sent;

    ReportRequests(List<ObjectNode> reports) {
        reports.forEach(report -> bodies.add(padded(report.toString())));
    }

    /**
     * Submissions of the reports in turn, each with a key of its own.
     *
     * @param token of the gateway, null without one
     */
    Submissions submissions(String token) {
        return new Submissions(token);
    }

    long sent() {
        return sent;
    }

    /** A question about a receipt. */
    static byte[] status(String token, String receipt) {
        return request("/v1/reports/status", token, "", padded("{\"receipt\":\"" + receipt + "\"}"));
    }

    private static byte[] request(String path, String token, String headers, byte[] body) {
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                + headers
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] padded(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(bytes, SIZE);
        Arrays.fill(padded, bytes.length, SIZE, (byte) ' ');
        return padded;
    }

    /** Requests that differ in their bodies and keys alone. */
    final class Submissions {

        private static final String KEY = "Idempotency-Key: ";

        private final List<byte[]> requests = new ArrayList<>();
        private final int digitsAt;

        private Submissions(String token) {
            String header = KEY + run + "_" + "0".repeat(DIGITS) + "\r\n";
            bodies.forEach(body -> requests.add(request("/v1/reports", token, header, body)));
            String head = new String(requests.getFirst(), StandardCharsets.ISO_8859_1);
            this.digitsAt = head.indexOf(KEY) + KEY.length() + run.length() + 1;
        }

        /** The bytes hold until the next are asked for. */
        byte[] next() {
            byte[] request = requests.get((int) (sent % requests.size()));
            long rest = sent++;
            for (int i = DIGITS - 1; i >= 0; i--) {
                request[digitsAt + i] = (byte) ('0' + rest % TEN);
                rest /= TEN;
            }
            return request;
        }
    }
}
