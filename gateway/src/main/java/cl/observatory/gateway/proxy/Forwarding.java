package cl.observatory.gateway.proxy;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/**
 * The way of one request to its service and back. The proxy library moves the bytes; this decides what goes along, how long
 * to wait, and what to say when the service does not answer. All of it runs on the event loop of the caller's connection.
 *
 * <pre>
 *   CONNECTING ──▶ WAITING ──▶ ANSWERING      the first byte of the answer has come
 *        └────────────┴──────▶ a problem      refused, timed out, broken off, body too large
 * </pre>
 */
final class Forwarding implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);
    private static final String RETRY_AFTER = "5";
    private static final long NO_TIMER = -1;

    private enum Stage {
        CONNECTING,
        WAITING,
        ANSWERING
    }

    private final Vertx vertx;
    private final Exchange exchange;
    private final Backend backend;
    private final GatewayConfig.Timeouts timeouts;

    private String token;
    private MeteredBody body;
    private HttpClientRequest sent;
    private Stage stage = Stage.CONNECTING;
    private boolean secondAttempt;
    private boolean timedOut;
    private long timer = NO_TIMER;

    Forwarding(Vertx vertx, Exchange exchange, Backend backend, GatewayConfig.Timeouts timeouts) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.backend = backend;
        this.timeouts = timeouts;
    }

    /**
     * @param bodyLimit how many bytes of body may pass
     */
    void start(String identityToken, long bodyLimit) {
        HttpServerRequest request = exchange.request();
        token = identityToken;
        if (exchange.hasBody()) {
            body = new MeteredBody(request, bodyLimit, this::bodyRead);
        }
        HttpProxy.reverseProxy(NO_WEB_SOCKETS, backend.pooled())
                .origin(this::connect)
                .addInterceptor(this)
                .handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest outgoing = context.request();
        outgoing.headers().clear().addAll(RequestHeaders.passedOn(exchange));
        outgoing.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        outgoing.setBody(
                body == null ? null : Body.body(body, outgoing.getBody().length()));
        return attempt(context);
    }

    private Future<ProxyResponse> attempt(ProxyContext context) {
        return context.sendRequest().recover(cause -> {
            stopWaiting();
            if (mayTryAgain()) {
                secondAttempt = true;
                stage = Stage.CONNECTING;
                return attempt(context);
            }
            fail(cause);
            // The answer has been given; the library, which would give one of its own, is left waiting for nothing.
            return Promise.<ProxyResponse>promise().future();
        });
    }

    private Future<HttpClientRequest> connect(ProxyContext context) {
        HttpClient client = secondAttempt ? backend.fresh() : backend.pooled();
        return client.request(backend.request(timeouts)).map(connected -> {
            stage = Stage.WAITING;
            sent = connected;
            // Failures arrive with the answer that does not come; without a handler they are logged by the client too.
            connected.exceptionHandler(failed -> {});
            if (exchange.isGone()) {
                connected.reset();
                throw new IllegalStateException("the caller has hung up");
            }
            if (body == null) {
                waitForFirstByte();
            } else if ("100-continue".equalsIgnoreCase(exchange.request().getHeader(HttpHeaders.EXPECT))) {
                exchange.response().writeContinue();
            }
            return connected;
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        stage = Stage.ANSWERING;
        stopWaiting();
        if (exchange.isConfidential()) {
            ResponseHeaders.keepLittle(context.response().headers());
        } else {
            ResponseHeaders.clean(context.response().headers(), backend.authority());
        }
        if (!exchange.leavesBodyUnread()) {
            return context.sendResponse();
        }
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        return context.sendResponse().onSuccess(sentWhole -> exchange.closeSoon());
    }

    private void bodyRead() {
        exchange.setBodyRead();
        if (stage == Stage.WAITING) {
            waitForFirstByte();
        }
    }

    private void waitForFirstByte() {
        HttpClientRequest waiting = sent;
        timer = vertx.setTimer(timeouts.firstByte().toMillis(), expired -> {
            timedOut = true;
            waiting.reset();
        });
    }

    private void stopWaiting() {
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
    }

    /** A service closes an idle connection at any moment, also at the moment in which a request is sent on it. */
    private boolean mayTryAgain() {
        boolean harmless = body == null
                && switch (exchange.request().method().name()) {
                    case "GET", "HEAD" -> true;
                    default -> false;
                };
        return harmless && stage == Stage.WAITING && !secondAttempt && !timedOut && !exchange.isGone();
    }

    private void fail(Throwable cause) {
        if (exchange.isGone() || (body != null && body.isBrokenOff())) {
            return;
        }
        Problem problem = problem();
        if (problem.type() != ProblemType.BODY_TOO_LARGE && !exchange.isConfidential()) {
            LOG.warnf(
                    "request %s to %s: %s from %s (%s)",
                    exchange.requestId(),
                    exchange.route(),
                    problem.type(),
                    backend.service(),
                    cause.getClass().getSimpleName());
        }
        exchange.answer(problem);
    }

    private Problem problem() {
        if (body != null && body.isTooLarge()) {
            return Problem.of(ProblemType.BODY_TOO_LARGE);
        }
        if (stage == Stage.CONNECTING) {
            return Problem.of(ProblemType.BACKEND_UNAVAILABLE).withHeader("Retry-After", RETRY_AFTER);
        }
        return Problem.of(timedOut ? ProblemType.BACKEND_TIMEOUT : ProblemType.BAD_GATEWAY);
    }
}
