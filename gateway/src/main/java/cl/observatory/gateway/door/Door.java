package cl.observatory.gateway.door;

import cl.observatory.gateway.allowance.Limits;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.exchange.Exchanges;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.own.OwnResources;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Takes every request of the public port, checks it and who sent it, and has it served. Nothing that Quarkus would serve by
 * itself is reachable here, except what was admitted as an operation of the gateway's own and handed over.
 */
@ApplicationScoped
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);

    private static final int UNAUTHENTICATED = 401;

    private final Exchanges exchanges;
    private final RequestMetrics metrics;
    private final Admission admission;
    private final Callers callers;
    private final Limits limits;
    private final Operations operations;

    Door(
            Exchanges exchanges,
            RequestMetrics metrics,
            Admission admission,
            Callers callers,
            Limits limits,
            Operations operations) {
        this.exchanges = exchanges;
        this.metrics = metrics;
        this.admission = admission;
        this.callers = callers;
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
        callers.of(exchange)
                .onSuccess(caller -> attempt(exchange, () -> {
                    limits.count(exchange, operation, caller);
                    operations.serve(exchange, operation, caller);
                }))
                .onFailure(failure -> attempt(exchange, () -> refuse(exchange, operation, failure)));
    }

    /** Whoever tries keys and tokens is one without, and is held to that. What we cannot check costs nobody anything. */
    private void refuse(Exchange exchange, Operation operation, Throwable failure) {
        if (failure instanceof RefusedException refused
                && refused.problem().type().status() == UNAUTHENTICATED) {
            limits.count(exchange, operation, Caller.ANONYMOUS);
        }
        throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
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
