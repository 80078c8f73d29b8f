package cl.observatory.gateway.proxy;

import cl.observatory.gateway.exchange.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Takes out of a service's answer what is between it and the gateway, what the gateway says itself, and its address. */
final class ResponseHeaders {

    private static final List<String> DROPPED = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Connection",
            "RateLimit",
            "RateLimit-Policy",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "TE",
            "Trailer",
            "Upgrade",
            "Alt-Svc",
            "Date",
            "Server",
            "Set-Cookie",
            "Via",
            "Warning",
            "X-Powered-By");

    private static final String CORS = "access-control-";

    /** What tells how to read an answer, how to ask again, and nothing else. */
    private static final List<String> KEPT_CONFIDENTIALLY = List.of(
            "Content-Type", "Content-Length", "Transfer-Encoding", "Content-Language", "Vary", "Retry-After", "Allow");

    private ResponseHeaders() {}

    /** Leaves of a confidential answer what its reader cannot do without. */
    static void keepLittle(MultiMap headers) {
        TreeSet<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        kept.addAll(KEPT_CONFIDENTIALLY);
        List.copyOf(headers.names()).stream()
                .filter(name -> !kept.contains(name))
                .forEach(headers::remove);
    }

    /**
     * @param authority host and port of the service, as it knows itself
     */
    static void clean(MultiMap headers, String authority) {
        RequestHeaders.namedBy(headers).forEach(headers::remove);
        DROPPED.forEach(headers::remove);
        Exchange.GATEWAY_HEADERS.keySet().forEach(headers::remove);
        headers.remove(Exchange.REQUEST_ID);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(CORS))
                .toList()
                .forEach(headers::remove);
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null) {
            headers.set(HttpHeaders.LOCATION, outside(location, authority));
        }
    }

    /** The same place, seen from outside: services build absolute addresses from the host that they are called by. */
    private static String outside(String location, String authority) {
        try {
            URI uri = new URI(location);
            if (!authority.equals(uri.getRawAuthority())) {
                return location;
            }
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (URISyntaxException notOurs) {
            return location;
        }
    }
}
