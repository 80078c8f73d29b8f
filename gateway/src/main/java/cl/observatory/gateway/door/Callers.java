package cl.observatory.gateway.door;

import cl.observatory.gateway.exchange.Exchange;
import cl.observatory.gateway.identity.Caller;
import cl.observatory.gateway.key.Keys;
import cl.observatory.gateway.network.CallerAddress;
import cl.observatory.gateway.problem.Problem;
import cl.observatory.gateway.problem.ProblemType;
import cl.observatory.gateway.problem.RefusedException;
import cl.observatory.gateway.staff.StaffTokens;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Finds out who sent a request: somebody with a key, a member of staff with a token, or nobody in particular. */
@ApplicationScoped
class Callers {

    private static final Logger LOG = Logger.getLogger(Callers.class);

    private static final String API_KEY = "X-API-Key";
    private static final String SCHEME = "Bearer";
    private static final String KEY_CHALLENGE = "ApiKey realm=\"observatory\", header=\"" + API_KEY + "\"";
    private static final String TOKEN_CHALLENGE = SCHEME + " realm=\"observatory\", error=\"invalid_token\"";
    private static final String RETRY_AFTER = "5";

    private final Keys keys;
    private final CallerAddress addresses;
    private final StaffTokens staff;

    Callers(Keys keys, CallerAddress addresses, StaffTokens staff) {
        this.keys = keys;
        this.addresses = addresses;
        this.staff = staff;
    }

    /**
     * Fails with a {@link RefusedException} when what the caller shows is not good. A confidential operation takes keys
     * alone: the provider of staff is not to be asked anything on account of a report.
     */
    Future<Caller> of(Exchange exchange) {
        List<String> shownKeys = exchange.request().headers().getAll(API_KEY);
        List<String> authorizations = exchange.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (exchange.isConfidential()
                || !staff.areTaken()
                || authorizations.stream().noneMatch(Callers::isBearer)) {
            return known(
                    exchange,
                    keys.callerWith(shownKeys, () -> addresses.of(exchange.request())),
                    ProblemType.INVALID_API_KEY,
                    KEY_CHALLENGE,
                    ProblemType.KEYS_UNAVAILABLE);
        }
        if (!shownKeys.isEmpty()) {
            return Future.failedFuture(new RefusedException(Problem.of(ProblemType.TWO_CREDENTIALS)));
        }
        String token = authorizations.size() == 1
                ? authorizations.getFirst().substring(SCHEME.length()).strip()
                : "";
        return known(
                exchange,
                staff.callerWith(token),
                ProblemType.INVALID_STAFF_TOKEN,
                TOKEN_CHALLENGE,
                ProblemType.SIGN_IN_UNAVAILABLE);
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || authorization.charAt(SCHEME.length()) == ' ');
    }

    /** Comes back to the event loop of the request. */
    private static Future<Caller> known(
            Exchange exchange,
            CompletionStage<Optional<Caller>> found,
            ProblemType notGood,
            String challenge,
            ProblemType unavailable) {
        return Future.fromCompletionStage(found, Vertx.currentContext())
                .recover(failure -> {
                    if (!exchange.isConfidential()) {
                        LOG.errorf(failure, "%s, request %s", unavailable, exchange.requestId());
                    }
                    return Future.failedFuture(
                            new RefusedException(Problem.of(unavailable).withHeader("Retry-After", RETRY_AFTER)));
                })
                .map(caller -> caller.orElseThrow(
                        () -> new RefusedException(Problem.of(notGood).withHeader("WWW-Authenticate", challenge))));
    }
}
