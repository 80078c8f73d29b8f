package cl.observatory.query.release;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.dataset.Datasets;
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

@Path("/v1/datasets/{id}/releases")
@Tag(name = "Reference")
@RunOnVirtualThread
public class DatasetReleasesResource {

    private final Datasets datasets;
    private final Releases releases;

    DatasetReleasesResource(Datasets datasets, Releases releases) {
        this.datasets = datasets;
        this.releases = releases;
    }

    @Schema(name = "ReleaseList", description = "Newest first.")
    public record ReleaseList(List<ReleaseView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "listReleases",
            summary = "The releases of a data set",
            description = "Those that can be read, and of those that were removed that they were there.")
    @APIResponse(responseCode = "200", description = "All of them, newest first.")
    public ReleaseList list(@RestPath String id) {
        return new ReleaseList(
                releases
                        .list(datasets.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Datasets.ID))
                                .id())
                        .stream()
                        .map(ReleaseView::of)
                        .toList());
    }
}
