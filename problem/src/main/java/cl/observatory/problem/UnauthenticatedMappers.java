package cl.observatory.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * The answer to a missing or unusable identity token. The library's own mappers do not fit this version of Quarkus: they
 * read a field that {@code ChallengeData} no longer has.
 */
final class UnauthenticatedMappers {

    private static final int BEFORE_THE_LIBRARY = 1;

    private UnauthenticatedMappers() {}

    private static HttpProblem unauthenticated() {
        return HttpProblem.builder()
                .withStatus(CommonProblem.UNAUTHENTICATED.status())
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /** No token. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    public static class Missing extends ExceptionMapperBase<UnauthorizedException> {
        @Override
        protected HttpProblem toProblem(UnauthorizedException missing) {
            return unauthenticated();
        }
    }

    /** A token that is expired, of somebody else or for somebody else. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    public static class Unusable extends ExceptionMapperBase<AuthenticationFailedException> {
        @Override
        protected HttpProblem toProblem(AuthenticationFailedException unusable) {
            return unauthenticated();
        }
    }
}
