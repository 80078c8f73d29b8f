package cl.observatory.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/**
 * JSON of another form than the contract's. The platform's own mapper of these answers with a bare status; {@link
 * ProblemRenderer} gives them their words.
 */
@Provider
@Priority(1)
public class MalformedBodyMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException malformed) {
        return HttpProblem.builder()
                .withStatus(CommonProblem.MALFORMED_BODY.status())
                .build();
    }
}
