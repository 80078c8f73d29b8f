package cl.observatory.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** A connection that sends one request at a time and reads its answer, with as little work as can be. */
final class HttpConnection implements AutoCloseable {

    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final String LENGTH = "content-length:";
    private static final int STATUS_AT = 9;
    private static final int STATUS_END = 12;
    private static final int UNKNOWN = -1;

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(1 << 16);
    private int bodyAt;
    private int end;
    private long due;

    HttpConnection(InetSocketAddress address, Selector selector) throws IOException {
        channel = SocketChannel.open(address);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /**
     * @param dueAt when the request should be sent, by {@link System#nanoTime}
     */
    void send(byte[] request, long dueAt) throws IOException {
        due = dueAt;
        in.clear();
        bodyAt = UNKNOWN;
        end = UNKNOWN;
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    long due() {
        return due;
    }

    /** Reads what is there; tells whether the answer is whole. */
    boolean receive() throws IOException {
        if (!in.hasRemaining()) {
            in = ByteBuffer.allocate(2 * in.capacity()).put(in.flip());
        }
        if (channel.read(in) < 0) {
            throw new IOException("the server closed a connection");
        }
        if (bodyAt == UNKNOWN) {
            readHeaders();
        }
        return end != UNKNOWN && in.position() >= end;
    }

    private void readHeaders() {
        for (int at = 0; at <= in.position() - END_OF_HEADERS.length; at++) {
            if (Arrays.equals(in.array(), at, at + END_OF_HEADERS.length, END_OF_HEADERS, 0, END_OF_HEADERS.length)) {
                bodyAt = at + END_OF_HEADERS.length;
                end = bodyAt + lengthOfBody(at);
                return;
            }
        }
    }

    private int lengthOfBody(int endOfHeaders) {
        String headers = new String(in.array(), 0, endOfHeaders, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = headers.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int line = headers.indexOf('\r', at);
        return Integer.parseInt(headers.substring(at + LENGTH.length(), line < 0 ? headers.length() : line)
                .strip());
    }

    int status() {
        return Integer.parseInt(new String(in.array(), STATUS_AT, STATUS_END - STATUS_AT, StandardCharsets.ISO_8859_1));
    }

    String headers() {
        return new String(in.array(), 0, bodyAt, StandardCharsets.ISO_8859_1);
    }

    byte[] body() {
        return Arrays.copyOfRange(in.array(), bodyAt, end);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
