package cl.observatory.gateway.allowance;

import cl.observatory.gateway.allowance.LimitMetrics.Outcome;
import cl.observatory.gateway.contract.Operation;
import cl.observatory.gateway.contract.OperationKind;
import cl.observatory.gateway.contract.RouteClass;
import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.network.CallerAddress;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import cl.observatory.gateway.usage.UsageCounts;
import inet.ipaddr.IPAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Counts requests against the allowances of their callers, and says on the answer how much is left. */
@ApplicationScoped
public class Limits {

    private static final String POOL = "anonymous";

    private final AllowanceConfig config;
    private final Leases leases;
    private final Prefixes prefixes;
    private final CallerAddress addresses;
    private final LimitMetrics metrics;
    private final UsageCounts usage;

    Limits(
            AllowanceConfig config,
            Leases leases,
            Prefixes prefixes,
            CallerAddress addresses,
            LimitMetrics metrics,
            UsageCounts usage) {
        this.config = config;
        this.leases = leases;
        this.prefixes = prefixes;
        this.addresses = addresses;
        this.metrics = metrics;
        this.usage = usage;
    }

    /**
     * Never waits. Does nothing at all for a confidential operation.
     *
     * @throws RefusedException when the caller is over a limit
     */
    public void count(Exchange exchange, Operation operation, Caller caller) {
        if (operation.confidential() || exchange.isConfidential()) {
            return;
        }
        RouteClass routeClass = routeClass(exchange.request(), operation.kind());
        List<Standing> standings =
                caller.equals(Caller.ANONYMOUS) ? ofNetwork(exchange, routeClass) : ofCaller(caller, routeClass);
        tell(exchange, standings);
        boolean allowed = standings.stream().allMatch(Standing::allowed);
        if (caller.key() != null) {
            usage.count(caller.key().id(), routeClass, allowed);
        }
        if (!allowed) {
            throw refused(standings);
        }
        metrics.count(routeClass, Outcome.ALLOWED);
    }

    private static RouteClass routeClass(HttpServerRequest request, OperationKind kind) {
        if (kind != OperationKind.EXPORTABLE) {
            return kind.routeClass("");
        }
        String format = request.getParam("format");
        return kind.routeClass(
                format == null ? Objects.requireNonNullElse(request.getHeader(HttpHeaders.ACCEPT), "") : format);
    }

    private List<Standing> ofCaller(Caller caller, RouteClass routeClass) {
        Allowance allowance = ofKey(routeClass);
        // A principal never has a space, so that it is never taken for a key.
        String subject = caller.key() == null
                ? "staff " + caller.principal()
                : caller.key().id();
        return spend(subject, routeClass, allowance, Outcome.OVER_KEY);
    }

    /** The network first: what it may not take costs the pool nothing. */
    private List<Standing> ofNetwork(Exchange exchange, RouteClass routeClass) {
        Standing network = prefixes.take(addresses.of(exchange.request()).map(IPAddress::toInetAddress), routeClass);
        if (!network.allowed()) {
            metrics.count(routeClass, Outcome.OVER_PREFIX);
            return List.of(network);
        }
        List<Standing> pool = spend(POOL, routeClass, ofPool(routeClass), Outcome.OVER_POOL);
        // What is left of the pool is nobody's business until it is used up.
        return pool.stream().allMatch(Standing::allowed) ? List.of(network) : pool;
    }

    private List<Standing> spend(String subject, RouteClass routeClass, Allowance allowance, Outcome over) {
        Lease day = leases.daily(subject, routeClass, allowance);
        Standing daily = day.take();
        Standing burst = leases.burst(subject, routeClass, allowance).take();
        if (daily.allowed() && !burst.allowed()) {
            day.giveBack();
        }
        if (!daily.allowed() || !burst.allowed()) {
            metrics.count(routeClass, over);
        }
        return List.of(burst, daily);
    }

    private Allowance ofKey(RouteClass routeClass) {
        return switch (routeClass) {
            case READ -> config.key().read();
            case EXPORT -> config.key().export();
            case WRITE -> config.key().write();
            case ADMINISTRATION -> config.key().administration();
        };
    }

    private Allowance ofPool(RouteClass routeClass) {
        return switch (routeClass) {
            case READ -> config.pool().read();
            case EXPORT -> config.pool().export();
            case WRITE -> config.pool().write();
            case ADMINISTRATION -> config.pool().administration();
        };
    }

    private static void tell(Exchange exchange, List<Standing> standings) {
        exchange.response()
                .putHeader(
                        "RateLimit-Policy",
                        standings.stream().map(Standing::policyItem).collect(Collectors.joining(", ")))
                .putHeader("RateLimit", standings.stream().map(Standing::item).collect(Collectors.joining(", ")));
    }

    private static RefusedException refused(List<Standing> standings) {
        long retry = standings.stream()
                .filter(standing -> !standing.allowed())
                .mapToLong(Standing::retry)
                .max()
                .orElse(1);
        return new RefusedException(
                Problem.of(ProblemType.RATE_LIMITED).withHeader("Retry-After", Long.toString(retry)));
    }
}
