package cl.observatory.ingest.alias;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.security.Principal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/alias-tables")
@Tag(name = "Load")
@RunOnVirtualThread
public class AliasTableResource {

    private final AliasTables tables;
    private final Principal principal;

    AliasTableResource(AliasTables tables, Principal principal) {
        this.tables = tables;
        this.principal = principal;
    }

    @POST
    @RolesAllowed("data:write")
    @ResponseStatus(201)
    @Operation(
            operationId = "defineAliasTable",
            summary = "Store an alias table",
            description = "A changed table becomes the next version of its name; an equal one is the version that is"
                    + " there. A profile reads with the version that was the newest when the profile was stored.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AliasTableView.class)))
    public AliasTableView define(@NotNull @Valid NewAliasTable body) {
        return AliasTableView.of(tables.define(body, principal.getName()));
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getAliasTable", summary = "The newest version of an alias table")
    @APIResponse(responseCode = "200", description = "The table.")
    public AliasTableView get(@RestPath String name) {
        return AliasTableView.of(tables.get(name));
    }
}
