package cl.observatory.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which headers of a request a service gets to see. The list is what services need and nothing else, so that no header can
 * pass for the gateway's word: identities, addresses and traces from outside all stay here.
 */
final class RequestHeaders {

    private static final List<String> PASSED_ON = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Digest",
            "Content-Encoding",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Prefer");

    private RequestHeaders() {}

    static MultiMap passedOn(MultiMap received) {
        Set<String> hopByHop = namedBy(received);
        MultiMap passed = MultiMap.caseInsensitiveMultiMap();
        for (String name : PASSED_ON) {
            if (!hopByHop.contains(name)) {
                List<String> values = received.getAll(name);
                if (!values.isEmpty()) {
                    passed.add(name, values);
                }
            }
        }
        return passed;
    }

    /** What the Connection header declares to be for the next hop only, whatever it is otherwise (RFC 9110, 7.6.1). */
    static Set<String> namedBy(MultiMap headers) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String value : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String name : value.split(",", -1)) {
                named.add(name.strip());
            }
        }
        return named;
    }
}
