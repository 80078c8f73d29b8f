package cl.observatory.gateway.proxy;

import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Language;
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

    /** What a confidential operation needs of its caller, besides the language that was understood. */
    private static final List<String> PASSED_ON_CONFIDENTIALLY = List.of("Idempotency-Key", "Proof-Of-Work");

    private static final String JSON = "application/json";

    /** Names of types that a service does not know would stay in its memory. */
    private static final String ANYTHING_ELSE = "application/octet-stream";

    private RequestHeaders() {}

    static MultiMap passedOn(Exchange exchange) {
        MultiMap received = exchange.request().headers();
        return exchange.isConfidential()
                ? confidentially(received, exchange.language())
                : passedOn(received).add(Exchange.REQUEST_ID, exchange.requestId());
    }

    /**
     * Of what a caller's program tells of itself, nothing remains: not which languages it lists besides, and not how it
     * writes the type of a body.
     */
    static MultiMap confidentially(MultiMap received, Language language) {
        MultiMap passed = listed(PASSED_ON_CONFIDENTIALLY, received);
        passed.add(HttpHeaders.ACCEPT_LANGUAGE, language.tag());
        String mediaType = received.get(HttpHeaders.CONTENT_TYPE);
        if (mediaType != null) {
            boolean json = mediaType.split(";", 2)[0].strip().equalsIgnoreCase(JSON);
            passed.add(HttpHeaders.CONTENT_TYPE, json ? JSON : ANYTHING_ELSE);
        }
        return passed;
    }

    static MultiMap passedOn(MultiMap received) {
        return listed(PASSED_ON, received);
    }

    private static MultiMap listed(List<String> names, MultiMap received) {
        Set<String> hopByHop = namedBy(received);
        MultiMap passed = MultiMap.caseInsensitiveMultiMap();
        for (String name : names) {
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
