package cl.observatory.gateway.support;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** What a stand-in saw of one request. */
public final class Seen {

    /** How far a request came. */
    public enum End {
        NONE_YET,
        WHOLE,
        BROKEN_OFF
    }

    private final String line;
    private final MultiMap headers;
    private final AtomicLong bodyLength = new AtomicLong();
    private final Buffer bodyStart = Buffer.buffer();
    private volatile End end = End.NONE_YET;

    Seen(HttpServerRequest request) {
        line = request.method() + " " + request.uri();
        headers = MultiMap.caseInsensitiveMultiMap().addAll(request.headers());
        request.handler(part -> {
            bodyLength.addAndGet(part.length());
            if (bodyStart.length() < 1_000) {
                bodyStart.appendBuffer(part);
            }
        });
        request.endHandler(whole -> end = End.WHOLE);
        request.exceptionHandler(broken -> end = End.BROKEN_OFF);
    }

    /** Method and target. */
    public String line() {
        return line;
    }

    public String header(String name) {
        return headers.get(name);
    }

    public Set<String> headerNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(headers.names());
        return names;
    }

    public long bodyLength() {
        return bodyLength.get();
    }

    public String bodyText() {
        return bodyStart.toString();
    }

    public End end() {
        return end;
    }

    @Override
    public String toString() {
        return line + " " + end + " after " + bodyLength;
    }
}
