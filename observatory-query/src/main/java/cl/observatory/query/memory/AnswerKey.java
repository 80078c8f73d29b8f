package cl.observatory.query.memory;

import cl.observatory.problem.Language;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * Everything of a request that its answer depends on. Who asks is not part of it: whoever may read is answered the same.
 *
 * @param target path and query as they were sent, the query in the order of its parameters' names
 * @param accept as it was sent, null for none
 */
record AnswerKey(String target, String accept, Locale language) {

    private static final Comparator<String> BY_NAME = Comparator.comparing(AnswerKey::name);

    static AnswerKey of(HttpServerRequest request) {
        String query = request.query();
        return new AnswerKey(
                query == null ? request.path() : request.path() + '?' + ordered(query),
                request.getHeader(HttpHeaders.ACCEPT),
                Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Parameters of one name stay in their order. */
    private static String ordered(String query) {
        if (query.indexOf('&') < 0) {
            return query;
        }
        String[] parameters = query.split("&", -1);
        Arrays.sort(parameters, BY_NAME);
        return String.join("&", parameters);
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }

    /** Characters that it holds. */
    int length() {
        return target.length() + (accept == null ? 0 : accept.length());
    }
}
