package cl.observatory.query.observation;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.dataset.Datasets;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/datasets/{id}/csv-metadata")
@Tag(name = "Reference")
@RunOnVirtualThread
public class CsvMetadataResource {

    static final String CSVM = "application/csvm+json";

    private final Datasets datasets;
    private final ObjectMapper json;

    CsvMetadataResource(Datasets datasets, ObjectMapper json) {
        this.datasets = datasets;
        this.json = json;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getCsvMetadata",
            summary = "The columns of a data set's CSV",
            description =
                    "By the W3C's metadata vocabulary for tabular data (CSVW). Files name it in their header Link.")
    @APIResponse(
            responseCode = "200",
            description = "The columns.",
            content = @Content(mediaType = CSVM, schema = @Schema(implementation = CsvMetadata.class)))
    @Produces({CSVM, MediaType.APPLICATION_JSON})
    public Response get(@RestPath String id) throws JsonProcessingException {
        String written = json.writeValueAsString(
                CsvMetadata.of(datasets.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Datasets.ID))));
        return Response.ok(Download.of(written, CSVM)).build();
    }
}
