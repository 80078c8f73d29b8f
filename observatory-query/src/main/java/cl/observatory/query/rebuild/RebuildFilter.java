package cl.observatory.query.rebuild;

import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers nobody from a read schema that is not whole yet. */
public class RebuildFilter {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final CatchingUp catchingUp;

    RebuildFilter(CatchingUp catchingUp) {
        this.catchingUp = catchingUp;
    }

    /**
     * @throws ProblemException while the read schema is made anew
     */
    @ServerRequestFilter
    public void refuseMeanwhile() {
        if (catchingUp.isUnderWay()) {
            throw new ProblemException(QueryProblem.REBUILDING)
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }
}
