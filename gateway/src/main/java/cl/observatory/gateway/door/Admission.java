package cl.observatory.gateway.door;

import cl.observatory.gateway.contract.BodyRule;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.contract.Route;
import cl.observatory.gateway.contract.RouteTable;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks a request, in this order: its target, its framing, its route, its method, its parameters, whether it has a body. */
@ApplicationScoped
class Admission {

    private final RouteTable routes;

    Admission(RouteTable routes) {
        this.routes = routes;
    }

    /**
     * @return what is asked for; nothing when the question was only what can be asked, and has been answered
     * @throws RefusedException when the request is not one that a service should see
     */
    Optional<Operation> admit(Exchange exchange) {
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
            return Optional.empty();
        }
        Operation operation = route.operation(method)
                .orElseThrow(() -> new RefusedException(
                        Problem.of(ProblemType.ROUTE_METHOD_NOT_ALLOWED).withHeader("Allow", route.allow())));
        QueryCheck.check(query, operation);
        if (operation.body() == BodyRule.NONE && exchange.hasBody()) {
            throw new RefusedException(Problem.of(ProblemType.BODY_NOT_ALLOWED));
        }
        return Optional.of(operation);
    }
}
