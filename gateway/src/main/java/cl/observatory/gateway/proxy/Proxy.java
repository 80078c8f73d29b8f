package cl.observatory.gateway.proxy;

import cl.observatory.gateway.config.GatewayConfig;
import cl.observatory.gateway.contract.BodyRule;
import cl.observatory.gateway.contract.Contract;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.identity.IdentityTokens;
import cl.observatory.gateway.packed.PackedContracts;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemDocument;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/** Forwards admitted requests to the services. */
@ApplicationScoped
public class Proxy {

    private static final Logger LOG = Logger.getLogger(Proxy.class);

    private final Vertx vertx;
    private final GatewayConfig config;
    private final IdentityTokens tokens;
    private final Map<String, Backend> backends = new HashMap<>();

    /** A contract whose service has no address stops the start. */
    Proxy(Vertx vertx, GatewayConfig config, Contract contract, IdentityTokens tokens) {
        this.vertx = vertx;
        this.config = config;
        this.tokens = tokens;
        config.backends().forEach(this::open);
        checkOwners(contract);
    }

    private void open(String name, GatewayConfig.Backend backend) {
        Backend other =
                backends.put(backend.service(), Backend.open(backend.service(), backend, config.timeouts(), vertx));
        if (other != null) {
            throw new IllegalStateException("gateway.backends." + name + ".service is " + backend.service()
                    + ", and so is that of another backend");
        }
    }

    private void checkOwners(Contract contract) {
        TreeSet<String> owners = new TreeSet<>();
        contract.operations().forEach(operation -> owners.add(operation.service()));
        owners.remove(PackedContracts.OWN_SERVICE);
        for (String owner : owners) {
            if (!backends.containsKey(owner)) {
                throw new IllegalStateException(
                        "the contract of " + owner + " is packed, and no gateway.backends.*.service is " + owner);
            }
        }
        for (String service : new TreeSet<>(backends.keySet())) {
            if (!owners.contains(service)) {
                LOG.warnf("no contract of %s is packed: nothing is routed there", service);
            }
        }
    }

    /**
     * @throws RefusedException when the announced body is larger than the operation takes
     */
    public void forward(Exchange exchange, Operation operation, Caller caller) {
        long limit = bodyLimit(exchange, operation);
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            throw new RefusedException(Problem.of(ProblemType.BODY_TOO_LARGE));
        }
        Backend backend = backends.get(operation.service());
        String token = tokens.tokenFor(caller, backend.service());
        new Forwarding(vertx, exchange, backend, config.timeouts()).start(token, limit);
    }

    private long bodyLimit(Exchange exchange, Operation operation) {
        if (exchange.isConfidential()) {
            return Math.min(
                    ProblemDocument.FIXED_SIZE, config.limits().smallBody().asLongValue());
        }
        String mediaType = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        boolean json = mediaType == null || mediaType.split(";", 2)[0].strip().endsWith("json");
        return operation.body() == BodyRule.LARGE && !json
                ? config.limits().largeBody().asLongValue()
                : config.limits().smallBody().asLongValue();
    }
}
