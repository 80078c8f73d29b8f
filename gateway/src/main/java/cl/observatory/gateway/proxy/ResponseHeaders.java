package cl.observatory.gateway.proxy;

import cl.observatory.gateway.exchange.Exchange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/** Takes out of a service's answer what is between it and the gateway, what the gateway says itself, and its address. */
final class ResponseHeaders {

    private static final List<String> DROPPED = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Connection",
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

    private ResponseHeaders() {}

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
