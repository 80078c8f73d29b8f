package cl.observatory.query.breaks;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.breaks.BreakView.BreakListView;
import cl.observatory.query.dataset.Datasets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/breaks")
@Tag(name = "Reference")
@RunOnVirtualThread
public class BreakResource {

    private final Breaks breaks;
    private final Datasets datasets;

    BreakResource(Breaks breaks, Datasets datasets) {
        this.breaks = breaks;
        this.datasets = datasets;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "listBreaks",
            summary = "Where figures stop being comparable with those before",
            description =
                    "A series that goes over a break has status B at the first point after it and a warning, and no "
                            + "change is told across it.")
    @APIResponse(responseCode = "200", description = "The breaks.")
    public BreakListView list(
            @Parameter(description = "Only those of this data set.", example = "cead-cases") @RestQuery String dataset,
            @Parameter(
                            description = "As they were known at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf) {
        Parameters parameters = new Parameters();
        String of = parameters.matching("dataset", dataset, Datasets.ID);
        Instant instant = parameters.instant("asOf", asOf);
        parameters.check(QueryProblem.INVALID_QUESTION);
        Optional<String> id =
                Optional.ofNullable(of).map(asked -> datasets.get(asked).id());
        return new BreakListView(
                breaks.lists(id, instant).stream().flatMap(BreakView::of).toList());
    }
}
