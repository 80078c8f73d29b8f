package cl.observatory.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Gives a refusal its status; {@link ProblemRenderer} gives it the rest. */
@Provider
public class ProblemExceptionMapper extends ExceptionMapperBase<ProblemException> {

    @Override
    protected HttpProblem toProblem(ProblemException refusal) {
        HttpProblem.Builder problem =
                HttpProblem.builder().withStatus(refusal.type().status());
        refusal.headers().forEach(problem::withHeader);
        return problem.build();
    }
}
