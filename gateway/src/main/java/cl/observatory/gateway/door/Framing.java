package cl.observatory.gateway.door;

import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;

/**
 * Refuses requests whose beginning and end are a matter of opinion. The HTTP decoder has refused the worst before; this is
 * what it lets through.
 */
final class Framing {

    private Framing() {}

    static void check(HttpServerRequest request) {
        // HTTP/1.0 has no chunked answers, so an export of unknown length would have to be kept in memory for it.
        if (request.version() != HttpVersion.HTTP_1_1) {
            throw new RefusedException(Problem.of(ProblemType.HTTP_VERSION_NOT_SUPPORTED));
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
        List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        boolean oneHost = hosts.size() == 1 && !hosts.getFirst().isEmpty() && request.authority() != null;
        boolean oneLength = lengths.isEmpty() || (lengths.size() == 1 && codings.isEmpty());
        boolean chunked = codings.isEmpty() || codings.equals(List.of("chunked"));
        if (!oneHost || !oneLength || !chunked) {
            throw new RefusedException(Problem.of(ProblemType.MALFORMED_REQUEST));
        }
    }
}
