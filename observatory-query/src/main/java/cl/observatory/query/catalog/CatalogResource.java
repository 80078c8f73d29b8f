package cl.observatory.query.catalog;

import cl.observatory.query.file.Download;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/catalog.jsonld")
@Tag(name = "Reference")
@RunOnVirtualThread
public class CatalogResource {

    static final String JSON_LD = "application/ld+json";

    private final Catalog catalog;
    private final ObjectMapper json;

    CatalogResource(Catalog catalog, ObjectMapper json) {
        this.catalog = catalog;
        this.json = json;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getCatalog",
            summary = "The data sets as a catalogue",
            description =
                    "By DCAT-AP 3, for catalogues that harvest others. Names of things are addresses of this API, to be "
                            + "resolved against that of the document.")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue, in JSON-LD.",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = SchemaType.OBJECT)))
    @Produces({JSON_LD, MediaType.APPLICATION_JSON})
    public Response get() throws JsonProcessingException {
        String written = json.writeValueAsString(catalog.describe());
        return Response.ok(Download.of(written, JSON_LD)).build();
    }
}
