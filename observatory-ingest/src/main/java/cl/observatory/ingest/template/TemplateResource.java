package cl.observatory.ingest.template;

import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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

@Path("/v1/datasets/{id}/template.csv")
@Tag(name = "Load")
@RunOnVirtualThread
public class TemplateResource {

    private static final int MAX_TEXT = 30;

    private final Templates templates;

    TemplateResource(Templates templates) {
        this.templates = templates;
    }

    @GET
    @RolesAllowed("data:write")
    @Produces("text/csv;charset=UTF-8")
    @Operation(
            operationId = "getTemplate",
            summary = "A CSV file to fill in and send back",
            description = "Its columns are REF_AREA, TIME_PERIOD, the dimensions, OBS_VALUE and OBS_STATUS, which the "
                    + "profile observatory-csv reads. It has a row for each territory that the caller may send, in the "
                    + "period, and each code of the dimensions within which there are no others. When that is more than "
                    + "50,000 rows, it has five as an example, and its name says so.")
    @APIResponse(
            responseCode = "200",
            description = "The template.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> get(
            @RestPath String id,
            @Parameter(description = "Period of the rows; the last one that is over when absent.", example = "2026-01")
                    @RestQuery
                    String period) {
        Parameters parameters = new Parameters();
        String asked = parameters.text("period", period, MAX_TEXT);
        parameters.check();
        Templates.Template template = templates.of(id, asked);
        return RestResponse.ResponseBuilder.ok(template.csv())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + template.name() + "\"")
                .build();
    }
}
