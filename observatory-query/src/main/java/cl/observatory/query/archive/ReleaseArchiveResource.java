package cl.observatory.query.archive;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/releases/{id}/archive")
@Tag(name = "Reference")
@RunOnVirtualThread
public class ReleaseArchiveResource {

    private final ReleaseArchives archives;

    ReleaseArchiveResource(ReleaseArchives archives) {
        this.archives = archives;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getReleaseArchive",
            summary = "A whole release, packed",
            description =
                    "A zip archive by BagIt (RFC 8493): every cell that may be told as CSV, its columns (CSVW), where "
                            + "the data come from with the names of all codes, how to cite them, and the SHA-256 of every "
                            + "file. One that fails in the middle ends with a broken connection.")
    @APIResponse(
            responseCode = "200",
            description = "The archive.",
            content =
                    @Content(
                            mediaType = ReleaseArchives.ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Produces(ReleaseArchives.ZIP)
    public Response get(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id, @Context HttpServerRequest request) {
        String release = Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Releases.ID);
        return Response.ok(archives.archive(UUID.fromString(release)).breakingOff(request))
                .build();
    }
}
