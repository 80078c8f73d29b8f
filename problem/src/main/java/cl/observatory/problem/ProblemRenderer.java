package cl.observatory.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.net.URI;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The one form of every problem document: words from the catalogue in the caller's language, code, request id, and what
 * was wrong thing by thing. What a library wrote about a failure is replaced, so that nothing of the inside shows.
 */
@Startup
@ApplicationScoped
public class ProblemRenderer implements ProblemPostProcessor {

    private static final String RETRY_AFTER = "Retry-After";

    private final CurrentVertxRequest request;

    ProblemRenderer(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        RoutingContext asked = request.getCurrent();
        Locale language =
                Language.preferred(asked == null ? null : asked.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Refusal refusal = refusal(problem, context.cause, language);
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(URI.create("/v1/problems#" + refusal.type().name()))
                .withTitle(refusal.type().title(language))
                .withStatus(refusal.type().status())
                .withDetail(refusal.type().detail(language, refusal.arguments().toArray()))
                .withInstance(problem.getInstance())
                .withHeader("Content-Language", language.getLanguage())
                .with("code", refusal.type().name());
        problem.getHeaders().forEach(builder::withHeader);
        if (refusal.type() == CommonProblem.UNAVAILABLE) {
            builder.withHeader(RETRY_AFTER, "5");
        }
        if (asked != null) {
            RequestId.of(asked).ifPresent(id -> builder.with("requestId", id));
        }
        if (!refusal.errors().isEmpty()) {
            builder.with("errors", refusal.errors());
        }
        return builder.build();
    }

    private record Refusal(ProblemType type, List<Object> arguments, List<?> errors) {

        static Refusal of(ProblemType type, List<?> errors, Object... arguments) {
            return new Refusal(type, List.of(arguments), errors);
        }
    }

    private static Refusal refusal(HttpProblem problem, Throwable cause, Locale language) {
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            switch (reason) {
                case ProblemException chosen -> {
                    return Refusal.of(chosen.type(), chosen.errors(language), chosen.arguments());
                }
                case ConstraintViolationException invalid
                when problem.getStatusCode() < 500 -> {
                    return Refusal.of(CommonProblem.INVALID_REQUEST, errors(invalid));
                }
                case JsonProcessingException malformed
                when problem.getStatusCode() < 500 -> {
                    return Refusal.of(CommonProblem.MALFORMED_BODY, errors(malformed, language));
                }
                case SQLException failed
                when isOutOfReach(failed) -> {
                    return Refusal.of(CommonProblem.UNAVAILABLE, List.of());
                }
                default -> {
                    // not a cause that has words of its own: look deeper
                }
            }
        }
        return Refusal.of(CommonProblem.ofStatus(problem.getStatusCode()), List.of());
    }

    /**
     * SQLSTATE classes of PostgreSQL: connection lost, out of resources, operator intervention. No state at all is a pool
     * without a connection to give.
     */
    private static boolean isOutOfReach(SQLException failure) {
        String state = failure.getSQLState();
        return state == null || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    private static List<FieldError> errors(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(ProblemRenderer::error)
                .sorted(Comparator.comparing(FieldError::toString))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        List<String> properties = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                properties.add(node.getIndex().toString());
            } else if (node.getKey() != null) {
                properties.add(node.getKey().toString());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                properties.add(node.getName());
            } else if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
        }
        boolean inBody = parameter.equals("body") || !properties.isEmpty();
        return new FieldError(
                inBody ? JsonPointer.to(properties) : null,
                inBody ? null : parameter,
                "INVALID",
                violation.getMessage(),
                null);
    }

    private static List<FieldError> errors(JsonProcessingException malformed, Locale language) {
        if (!(malformed instanceof JsonMappingException mapping)) {
            return List.of();
        }
        List<String> path = mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .toList();
        boolean unknown = malformed instanceof UnrecognizedPropertyException;
        return List.of(Fault.inBody(JsonPointer.to(path), unknown ? "UNKNOWN_FIELD" : "WRONG_TYPE")
                .in(language, CommonProblem.MALFORMED_BODY));
    }
}
