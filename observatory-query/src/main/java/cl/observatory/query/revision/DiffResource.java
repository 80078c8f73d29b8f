package cl.observatory.query.revision;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Format;
import cl.observatory.query.release.Releases;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.Set;
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

@Path("/v1/releases/{id}/diff/{other}")
@Tag(name = "Reference")
@RunOnVirtualThread
public class DiffResource {

    private static final Set<Format> FORMS = EnumSet.of(Format.json, Format.csv);

    private final Diffs diffs;
    private final DiffFiles files;

    DiffResource(Diffs diffs, DiffFiles files) {
        this.diffs = diffs;
        this.files = files;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getReleaseDiff",
            summary = "What one release tells otherwise than another",
            description =
                    "From the first to the second, whichever is the newer one; both of the same data set. JSON comes in "
                            + "pages; CSV comes whole, as a stream that ends in the middle when something fails.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the cells that differ, and how far all of them do; or a file with all of them.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DiffView.class)),
                @Content(mediaType = Format.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @Produces({MediaType.APPLICATION_JSON, Format.CSV})
    public RestResponse<Object> get(
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
            @Parameter(
                            description = "Instead of the header Accept.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"},
                                            defaultValue = "json"))
                    @RestQuery
                    String format,
            @RestHeader("Accept-Language") String acceptLanguage,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        Parameters parameters = new Parameters();
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        parameters.matching("id", id, Releases.ID);
        parameters.matching("other", other, Releases.ID);
        Format form = Format.of(parameters, format, headers, FORMS);
        form.refusePages(parameters, limit, cursor);
        parameters.check(QueryProblem.INVALID_QUESTION);
        UUID before = UUID.fromString(id);
        UUID after = UUID.fromString(other);
        Object answer = form == Format.csv
                ? files.csv(before, after).breakingOff(request)
                : diffs.answer(before, after, most, cursor, Language.preferred(acceptLanguage));
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
