package cl.observatory.gateway.door;

import cl.observatory.gateway.allowance.Limits;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.exchange.Exchanges;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.key.KeyUse;
import cl.observatory.gateway.key.Keys;
import cl.observatory.gateway.network.CallerAddress;
import cl.observatory.gateway.own.OwnResources;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes every request of the public port, checks it and who sent it, and has it served. Nothing that Quarkus would serve by
 * itself is reachable here, except what was admitted as an operation of the gateway's own and handed over.
 */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private static final String API_KEY = "X-API-Key";
    private static final String CHALLENGE = "ApiKey realm=\"observatory\", header=\"" + API_KEY + "\"";
    private static final String RETRY_AFTER = "5";

    private final Exchanges exchanges;
    private final RequestMetrics metrics;
    private final Admission admission;
    private final Keys keys;
    private final KeyUse uses;
    private final CallerAddress addresses;
    private final Limits limits;
    private final Operations operations;

    Door(
            Exchanges exchanges,
            RequestMetrics metrics,
            Admission admission,
            Keys keys,
            KeyUse uses,
            CallerAddress addresses,
            Limits limits,
            Operations operations) {
        this.exchanges = exchanges;
        this.metrics = metrics;
        this.admission = admission;
        this.keys = keys;
        this.uses = uses;
        this.addresses = addresses;
        this.limits = limits;
        this.operations = operations;
    }

    /** The router gives up early on requests without a path or a host, and then calls the failure handler instead. */
    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::handle).failureHandler(this::handle);
    }

    private void handle(RoutingContext context) {
        if (OwnResources.isHandedOver(context)) {
            OwnResources.answerFailure(context);
        } else {
            exchanges.begin(context).ifPresent(this::handle);
        }
    }

    private void handle(Exchange exchange) {
        metrics.watch(exchange);
        attempt(exchange, () -> admission.admit(exchange).ifPresent(operation -> authenticate(exchange, operation)));
    }

    private void authenticate(Exchange exchange, Operation operation) {
        if (operation.confidential() && operation.open()) {
            // Who it is has no bearing on what is answered, so nobody is to know it.
            operations.serve(exchange, operation, Caller.ANONYMOUS);
            return;
        }
        Future.fromCompletionStage(
                        keys.callerWith(
                                exchange.request().headers().getAll(API_KEY), () -> addresses.of(exchange.request())),
                        Vertx.currentContext())
                .onSuccess(caller -> attempt(exchange, () -> serve(exchange, operation, caller)))
                .onFailure(unavailable -> {
                    if (!exchange.isConfidential()) {
                        LOG.errorf(unavailable, "keys cannot be checked, request %s", exchange.requestId());
                    }
                    exchange.answer(Problem.of(ProblemType.KEYS_UNAVAILABLE).withHeader("Retry-After", RETRY_AFTER));
                });
    }

    private void serve(Exchange exchange, Operation operation, Optional<Caller> caller) {
        if (caller.isEmpty()) {
            // Whoever tries keys is one without, and is held to that.
            limits.count(exchange, operation, Caller.ANONYMOUS);
            throw new RefusedException(
                    Problem.of(ProblemType.INVALID_API_KEY).withHeader("WWW-Authenticate", CHALLENGE));
        }
        Caller known = caller.get();
        limits.count(exchange, operation, known);
        if (!exchange.isConfidential()) {
            uses.saw(known);
        }
        operations.serve(exchange, operation, known);
    }

    /** The one place where a failure of ours becomes an answer. */
    private static void attempt(Exchange exchange, Runnable step) {
        try {
            step.run();
        } catch (RefusedException refused) {
            exchange.answer(refused.problem());
        } catch (RuntimeException unexpected) {
            if (!exchange.isConfidential()) {
                LOG.errorf(unexpected, "request %s to %s failed", exchange.requestId(), exchange.route());
            }
            exchange.answer(Problem.of(ProblemType.INTERNAL_ERROR));
        }
    }
}
