package cl.observatory.query.dataset;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/datasets")
@Tag(name = "Reference")
@RunOnVirtualThread
public class DatasetResource {

    private final Datasets datasets;

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
    }

    @Schema(name = "DatasetList")
    public record DatasetList(List<DatasetView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "listDatasets", summary = "The data sets")
    @APIResponse(responseCode = "200", description = "All of them.")
    public DatasetList list() {
        return new DatasetList(datasets.list().stream().map(DatasetView::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getDataset", summary = "One data set")
    @APIResponse(responseCode = "200", description = "The data set.")
    public DatasetView get(@RestPath String id) {
        return DatasetView.of(datasets.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Datasets.ID)));
    }
}
