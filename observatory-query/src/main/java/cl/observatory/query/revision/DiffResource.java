package cl.observatory.query.revision;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/releases/{id}/diff/{other}")
@Tag(name = "Reference")
@RunOnVirtualThread
public class DiffResource {

    private final Diffs diffs;

    DiffResource(Diffs diffs) {
        this.diffs = diffs;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getReleaseDiff",
            summary = "What one release tells otherwise than another",
            description = "From the first to the second, whichever is the newer one; both of the same data set.")
    @APIResponse(responseCode = "200", description = "A page of the cells that differ, and how far all of them do.")
    public DiffView get(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id,
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String other,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "1000"))
                    @RestQuery
                    String limit,
            @Parameter(description = "From the page before.") @RestQuery String cursor,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        parameters.matching("id", id, Releases.ID);
        parameters.matching("other", other, Releases.ID);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return diffs.answer(
                UUID.fromString(id), UUID.fromString(other), most, cursor, Language.preferred(acceptLanguage));
    }
}
