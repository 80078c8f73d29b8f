package cl.observatory.ingest.dataset;

import cl.observatory.events.reference.DatasetDefined;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets")
@Tag(name = "Load")
@RunOnVirtualThread
public class DatasetResource {

    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    @POST
    @RolesAllowed("data:write")
    @ResponseStatus(201)
    @Operation(
            operationId = "defineDataset",
            summary = "Define a data set",
            description =
                    "The same definition sent again gives the same answer; another one under the same id is a 409.")
    @APIResponse(
            responseCode = "201",
            description = "Defined.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DatasetView.class)))
    public RestResponse<DatasetView> define(@NotNull @Valid NewDataset body) throws SQLException {
        DatasetDefined dataset = datasets.define(body);
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, DatasetView.of(dataset, body.plan()))
                .header(HttpHeaders.LOCATION, "/v1/datasets/" + dataset.id())
                .build();
    }
}
