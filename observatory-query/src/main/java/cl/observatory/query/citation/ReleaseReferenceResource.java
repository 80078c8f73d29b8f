package cl.observatory.query.citation;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
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
    public RestResponse<Object> get(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id,
            @Parameter(
                            description = "Instead of the header Accept.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"text", "bibtex", "csl-json"},
                                            defaultValue = "text"))
                    @RestQuery
                    String format,
            @RestHeader("Accept-Language") String acceptLanguage,
            @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        parameters.matching("id", id, Releases.ID);
        ReferenceFormat form = ReferenceFormat.of(parameters, format, headers);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return RestResponse.ResponseBuilder.<Object>ok(references
                        .of(releases.read(UUID.fromString(id)).published())
                        .in(form, Language.preferred(acceptLanguage)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
