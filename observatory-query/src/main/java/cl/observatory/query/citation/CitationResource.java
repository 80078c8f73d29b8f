package cl.observatory.query.citation;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Format;
import cl.observatory.query.file.Download;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.EnumSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/queries")
@Tag(name = "Ask")
@RunOnVirtualThread
public class CitationResource {

    private final Citations citations;
    private final CitationAnswers answers;
    private final References references;

    CitationResource(Citations citations, CitationAnswers answers, References references) {
        this.citations = citations;
        this.answers = answers;
        this.references = references;
    }

    @POST
    @RolesAllowed("data:read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "citeQuery",
            summary = "A permanent address for an answer",
            description =
                    "The values are kept as they are now, with the releases that they come from and a digest. The same "
                            + "answer gets the same address, so that it may be asked for again at will. Nothing is kept of "
                            + "who asked.")
    @APIResponse(
            responseCode = "201",
            description = "It is kept from now on.",
            content = @Content(schema = @Schema(implementation = CitationView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was cited before.",
            content = @Content(schema = @Schema(implementation = CitationView.class)))
    public RestResponse<CitationView> cite(NewCitation asked) {
        Citations.Made made = citations.cite(asked == null ? null : asked.question());
        CitationView view = answers.view(made.citation());
        URI location = URI.create("/v1/queries/" + view.id());
        return RestResponse.ResponseBuilder.<CitationView>create(
                        made.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
                .location(location)
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getCitation",
            summary = "A cited answer, and what has become of it since",
            description = "As CSV, the bytes that the digest was taken of, named in the header Repr-Digest (RFC 9530). "
                    + "What was removed for a disclosure since, or is hidden by now, is answered with 410.")
    @APIResponse(
            responseCode = "200",
            description = "The values as they were cited, and those that are other ones by now.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CitationView.class)),
                @Content(mediaType = Format.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @Produces({MediaType.APPLICATION_JSON, Format.CSV})
    public RestResponse<Object> get(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id,
            @Parameter(
                            description = "Instead of the header Accept.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"},
                                            defaultValue = "json"))
                    @RestQuery
                    String format,
            @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        parameters.matching("id", id, Releases.ID);
        Format form = Format.of(parameters, format, headers, EnumSet.of(Format.json, Format.csv));
        parameters.check(QueryProblem.INVALID_QUESTION);
        UUID citation = UUID.fromString(id);
        return RestResponse.ResponseBuilder.<Object>ok(
                        form == Format.csv ? answers.csv(citation) : answers.view(citations.get(citation)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("/{id}/reference")
    @RolesAllowed("data:read")
    @Operation(operationId = "getCitationReference", summary = "A cited answer as lists of works name it")
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
    public RestResponse<Download> reference(
            @Parameter(schema = @Schema(format = "uuid")) @RestPath String id, @BeanParam ReferenceParameters asked) {
        return asked.answer(id, citation -> references.of(citations.get(citation)));
    }
}
