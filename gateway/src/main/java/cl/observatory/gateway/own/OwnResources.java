package cl.observatory.gateway.own;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands an admitted request over to Quarkus, with its whole body and with who calls. */
@ApplicationScoped
public class OwnResources {

    private static final String EXCHANGE = OwnResources.class.getName() + ".exchange";
    private static final String CALLER = OwnResources.class.getName() + ".caller";

    private final BodyHandler bodies;

    OwnResources(GatewayConfig config) {
        this.bodies = BodyHandler.create(false)
                .setBodyLimit(config.limits().smallBody().asLongValue());
    }

    /** Answers now or later, at the latest when the body has come. */
    public void serve(Exchange exchange, Caller caller) {
        RoutingContext context = exchange.context();
        context.put(EXCHANGE, exchange);
        context.put(CALLER, caller);
        // Of the caller's own headers this one would be believed further on.
        exchange.request().headers().set(Exchange.REQUEST_ID, exchange.requestId());
        exchange.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        exchange.handOver();
        // Goes on to the next route itself.
        bodies.handle(context);
    }

    public static boolean isHandedOver(RoutingContext context) {
        return context.get(EXCHANGE) != null;
    }

    /** What fails outside of a resource, such as a body that is too large, comes back to the door. */
    public static void answerFailure(RoutingContext context) {
        Exchange exchange = context.get(EXCHANGE);
        exchange.answer(
                switch (context.statusCode()) {
                    case 400 -> Problem.of(ProblemType.MALFORMED_REQUEST);
                    case 404 -> Problem.of(ProblemType.ROUTE_NOT_FOUND);
                    case 413 -> Problem.of(ProblemType.BODY_TOO_LARGE);
                    default -> Problem.of(ProblemType.INTERNAL_ERROR);
                });
    }

    static Caller caller(RoutingContext context) {
        return context.get(CALLER);
    }
}
