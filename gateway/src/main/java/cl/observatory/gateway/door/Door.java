package cl.observatory.gateway.door;

import cl.observatory.gateway.contract.BodyRule;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.contract.Route;
import cl.observatory.gateway.contract.RouteTable;
import cl.observatory.gateway.docs.OwnOperations;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.key.Keys;
import cl.observatory.gateway.packed.PackedContracts;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import cl.observatory.gateway.proxy.Proxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes every request of the public port, checks it, and hands it to the service that owns its route. Nothing that Quarkus
 * would serve by itself is reachable here.
 */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private static final String API_KEY = "X-API-Key";
    private static final String RETRY_AFTER = "5";

    private final Vertx vertx;
    private final RouteTable routes;
    private final Keys keys;
    private final OwnOperations ownOperations;
    private final Proxy proxy;
    private final RequestMetrics metrics;

    Door(Vertx vertx, RouteTable routes, Keys keys, OwnOperations ownOperations, Proxy proxy, RequestMetrics metrics) {
        this.vertx = vertx;
        this.routes = routes;
        this.keys = keys;
        this.ownOperations = ownOperations;
        this.proxy = proxy;
        this.metrics = metrics;
    }

    /** The router gives up early on requests without a path or a host, and then calls the failure handler instead. */
    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::handle).failureHandler(this::handle);
    }

    private void handle(RoutingContext context) {
        Exchange exchange = new Exchange(vertx, context.request());
        metrics.watch(exchange);
        try {
            admit(exchange);
        } catch (RefusedException refused) {
            exchange.answer(refused.problem());
        } catch (RuntimeException unexpected) {
            fail(exchange, unexpected);
        }
    }

    private void admit(Exchange exchange) {
        RequestTarget target = RequestTarget.parse(exchange.request().uri());
        Framing.check(exchange.request());
        QueryString query = QueryString.parse(target.query());
        Route route = routes.find(target.path())
                .orElseThrow(() -> new RefusedException(Problem.of(ProblemType.ROUTE_NOT_FOUND)));
        exchange.setRoute(route.template());
        HttpMethod method = exchange.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            exchange.response().putHeader(HttpHeaders.ALLOW, route.allow());
            exchange.answerEmpty(204);
            return;
        }
        Operation operation = route.operation(method)
                .orElseThrow(() -> new RefusedException(
                        Problem.of(ProblemType.ROUTE_METHOD_NOT_ALLOWED).withHeader("Allow", route.allow())));
        QueryCheck.check(query, operation);
        if (operation.body() == BodyRule.NONE && exchange.hasBody()) {
            throw new RefusedException(Problem.of(ProblemType.BODY_NOT_ALLOWED));
        }
        authenticate(exchange, operation);
    }

    private void authenticate(Exchange exchange, Operation operation) {
        Future.fromCompletionStage(
                        keys.callerWith(exchange.request().headers().getAll(API_KEY)), vertx.getOrCreateContext())
                .onSuccess(caller -> serve(exchange, operation, caller))
                .onFailure(unavailable -> {
                    LOG.errorf(unavailable, "keys cannot be checked, request %s", exchange.requestId());
                    exchange.answer(Problem.of(ProblemType.KEYS_UNAVAILABLE).withHeader("Retry-After", RETRY_AFTER));
                });
    }

    private void serve(Exchange exchange, Operation operation, Optional<Caller> caller) {
        try {
            if (caller.isEmpty()) {
                exchange.answer(Problem.of(ProblemType.INVALID_API_KEY)
                        .withHeader("WWW-Authenticate", "ApiKey realm=\"observatory\", header=\"" + API_KEY + "\""));
            } else if (operation.service().equals(PackedContracts.OWN_SERVICE)) {
                ownOperations.answer(exchange, operation.operationId());
            } else {
                proxy.forward(exchange, operation, caller.get());
            }
        } catch (RefusedException refused) {
            exchange.answer(refused.problem());
        } catch (RuntimeException unexpected) {
            fail(exchange, unexpected);
        }
    }

    private static void fail(Exchange exchange, RuntimeException unexpected) {
        LOG.errorf(unexpected, "request %s to %s failed", exchange.requestId(), exchange.route());
        exchange.answer(Problem.of(ProblemType.INTERNAL_ERROR));
    }
}
