package cl.observatory.query.classification;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.query.QueryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/classifications/{scheme}/codes")
@Tag(name = "Reference")
@RunOnVirtualThread
public class ClassificationResource {

    private final Classifications classifications;

    ClassificationResource(Classifications classifications) {
        this.classifications = classifications;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "getClassificationCodes", summary = "The codes of a classification")
    @APIResponse(responseCode = "200", description = "All of them, the tree and the bundles.")
    public ClassificationView get(@Parameter(example = "CEAD-2024") @RestPath String scheme) {
        return classifications
                .find(Parameters.formed(QueryProblem.INVALID_QUESTION, "scheme", scheme, Classifications.SCHEME))
                .map(ClassificationView::of)
                .orElseThrow(() -> new ProblemException(QueryProblem.UNKNOWN_CLASSIFICATION, scheme));
    }
}
