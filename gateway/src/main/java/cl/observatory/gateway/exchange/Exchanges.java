package cl.observatory.gateway.exchange;

import cl.observatory.gateway.contract.ConfidentialPaths;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Begins the exchange of each request. */
@ApplicationScoped
public class Exchanges {

    private final ClosingConnections closing;
    private final ConfidentialPaths confidential;

    Exchanges(ClosingConnections closing, ConfidentialPaths confidential) {
        this.closing = closing;
        this.confidential = confidential;
    }

    /**
     * @return nothing when what arrived is the rest of a body that nobody waited for; its connection is then closed
     */
    public Optional<Exchange> begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (closing.contains(request.connection())) {
            request.connection().close();
            return Optional.empty();
        }
        return Optional.of(new Exchange(closing, context, confidential.contain(request.uri())));
    }
}
