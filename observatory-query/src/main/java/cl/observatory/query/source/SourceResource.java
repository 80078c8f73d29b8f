package cl.observatory.query.source;

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

@Path("/v1/sources")
@Tag(name = "Reference")
@RunOnVirtualThread
public class SourceResource {

    private final Sources sources;

    SourceResource(Sources sources) {
        this.sources = sources;
    }

    @Schema(name = "SourceList")
    public record SourceList(List<RegisteredSourceView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "listSources",
            summary = "The publishers whose files are expected, and how each of them stands",
            description = "A source that is late, or whose files have changed their shape, shows here on that day.")
    @APIResponse(responseCode = "200", description = "All of them.")
    public SourceList list() {
        return new SourceList(
                sources.list().stream().map(RegisteredSourceView::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getSource", summary = "One publisher whose files are expected, and how it stands")
    @APIResponse(responseCode = "200", description = "The source.")
    public RegisteredSourceView get(@RestPath String id) {
        return RegisteredSourceView.of(
                sources.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, Sources.ID)));
    }
}
