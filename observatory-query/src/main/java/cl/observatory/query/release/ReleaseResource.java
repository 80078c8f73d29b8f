package cl.observatory.query.release;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/releases/{id}")
@Tag(name = "Reference")
@RunOnVirtualThread
public class ReleaseResource {

    private final Releases releases;

    ReleaseResource(Releases releases) {
        this.releases = releases;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "getRelease", summary = "One release")
    @APIResponse(responseCode = "200", description = "The release.")
    public ReleaseView get(@Parameter(schema = @Schema(format = "uuid")) @RestPath String id) {
        return ReleaseView.of(
                releases.get(UUID.fromString(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Releases.ID))));
    }
}
