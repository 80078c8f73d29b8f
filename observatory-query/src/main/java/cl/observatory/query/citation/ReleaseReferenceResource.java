package cl.observatory.query.citation;

import cl.observatory.query.file.Download;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/releases/{id}/reference")
@Tag(name = "Reference")
@RunOnVirtualThread
public class ReleaseReferenceResource {

    private final Releases releases;
    private final References references;

    ReleaseReferenceResource(Releases releases, References references) {
        this.releases = releases;
        this.references = references;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "getReleaseReference", summary = "A release as lists of works name it")
    @APIResponse(
            responseCode = "200",
            description = "The reference.",
            content = {
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = ReferenceFormat.BIBTEX, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = ReferenceFormat.CSL_JSON,
                        schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class))
            })
    @Produces({MediaType.TEXT_PLAIN, ReferenceFormat.BIBTEX, ReferenceFormat.CSL_JSON})
    public RestResponse<Download> get(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id, @BeanParam ReferenceParameters asked) {
        return asked.answer(id, release -> references.of(releases.read(release).published()));
    }
}
