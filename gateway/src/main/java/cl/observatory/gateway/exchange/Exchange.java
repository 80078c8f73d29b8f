package cl.observatory.gateway.exchange;

import cl.observatory.gateway.problem.Language;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemDocument;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.UUID;

/**
 * A request with the answer that it will get. Lives on the event loop of its connection, and is answered at most once: a
 * second answer, or one to a caller who has gone, has no effect.
 */
public final class Exchange {

    /** Set on every answer by the gateway alone; a service's own value never gets out. */
    public static final Map<String, String> GATEWAY_HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

    public static final String REQUEST_ID = "X-Request-Id";

    private static final String NO_STORE = "no-store";

    private final ClosingConnections closing;
    private final RoutingContext context;
    private final HttpServerRequest request;
    private final boolean confidential;
    private final String requestId;
    private final boolean hasBody;
    private boolean bodyRead;
    private String route = "none";
    private Runnable whenEnded = () -> {};

    /**
     * Pauses the request, so that no byte of its body is lost before somebody reads it.
     *
     * @param confidential whether nothing may tell that, or when, it was there
     */
    Exchange(ClosingConnections closing, RoutingContext context, boolean confidential) {
        this.closing = closing;
        this.context = context;
        this.request = context.request().pause();
        this.confidential = confidential;
        this.requestId = confidential ? null : UUID.randomUUID().toString();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        this.hasBody =
                request.headers().contains(HttpHeaders.TRANSFER_ENCODING) || !(length == null || length.equals("0"));
        response().headers().addAll(GATEWAY_HEADERS);
        if (confidential) {
            response().putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        } else {
            response().putHeader(REQUEST_ID, requestId);
        }
    }

    /** Where a resource of Quarkus finds what the door knows of the request. */
    public RoutingContext context() {
        return context;
    }

    public HttpServerRequest request() {
        return request;
    }

    public HttpServerResponse response() {
        return request.response();
    }

    /** Null when it is confidential, since whoever keeps an id keeps that there was a request. */
    public String requestId() {
        return requestId;
    }

    /** Whether it has no id, no line in a log, no series of its own, and problems of a fixed size. */
    public boolean isConfidential() {
        return confidential;
    }

    public Language language() {
        return Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** The template of the route, or {@code none}; never the path, which callers choose freely. */
    public String route() {
        return route;
    }

    public void setRoute(String template) {
        this.route = template;
    }

    public boolean hasBody() {
        return hasBody;
    }

    /** To be told by whoever read the body to its end. */
    public void setBodyRead() {
        bodyRead = true;
    }

    /** Whether the connection has to close after the answer, since what comes next on it is the rest of a body. */
    public boolean leavesBodyUnread() {
        return hasBody && !bodyRead;
    }

    /** Has something done when the last byte of the answer is written, or when the caller hangs up before. */
    public void whenEnded(Runnable step) {
        whenEnded = step;
        response().endHandler(end -> step.run());
    }

    /** Has Quarkus answer instead; what it watches the end of an answer with would take the place of ours. */
    public void handOver() {
        context.addEndHandler(end -> whenEnded.run());
    }

    /** Whether the caller has hung up. */
    public boolean isGone() {
        return response().closed();
    }

    public void answer(Problem problem) {
        byte[] document = confidential
                ? ProblemDocument.ofFixedSize(problem, language(), instance(problem))
                : ProblemDocument.of(problem, language(), instance(problem), requestId);
        if (canAnswer()) {
            problem.headers().forEach((name, value) -> response().putHeader(name, value));
            response()
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE)
                    .putHeader(HttpHeaders.VARY, "Accept-Language")
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language().tag());
            answer(problem.type().status(), ProblemDocument.MEDIA_TYPE, Buffer.buffer(document));
        }
    }

    public void answer(int status, String mediaType, Buffer body) {
        if (canAnswer()) {
            response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, mediaType)
                    .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
            end(status, body);
        }
    }

    public void answerEmpty(int status) {
        if (canAnswer()) {
            end(status, Buffer.buffer());
        }
    }

    private boolean canAnswer() {
        return !response().ended() && !response().headWritten() && !isGone();
    }

    private void end(int status, Buffer body) {
        boolean close = leavesBodyUnread();
        if (close) {
            response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response().setStatusCode(status).end(body);
        if (close) {
            closeSoon();
        } else {
            request.resume();
        }
    }

    /** Ends the connection after an answer that did not wait for the whole body. */
    public void closeSoon() {
        request.resume();
        closing.add(request.connection());
    }

    private String instance(Problem problem) {
        return switch (problem.type()) {
            case INVALID_REQUEST_TARGET, TARGET_TOO_LONG -> null;
            default -> request.path();
        };
    }
}
