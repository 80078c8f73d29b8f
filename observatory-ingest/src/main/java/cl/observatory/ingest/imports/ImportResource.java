package cl.observatory.ingest.imports;

import cl.observatory.problem.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/imports/{id}")
@Tag(name = "Load")
@RunOnVirtualThread
public class ImportResource {

    private final Imports imports;
    private final Principal principal;

    ImportResource(Imports imports, Principal principal) {
        this.imports = imports;
        this.principal = principal;
    }

    @GET
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getImport", summary = "State, progress and counts of an import")
    @APIResponse(responseCode = "200", description = "The import.")
    public ImportView get(@RestPath UUID id, @RestHeader("Accept-Language") String acceptLanguage) throws SQLException {
        return ImportView.of(imports.get(id), Language.preferred(acceptLanguage));
    }

    @POST
    @Path("/approval")
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "decideImport",
            summary = "Approve or reject an import",
            description = "By another principal than the one who sent the file. Approval makes it the next release.")
    @APIResponse(responseCode = "200", description = "Decided.")
    public ImportView decide(
            @RestPath UUID id, @RestHeader("Accept-Language") String acceptLanguage, @NotNull @Valid NewApproval body)
            throws SQLException {
        return ImportView.of(
                imports.decide(id, body.decision(), principal.getName(), body.note()),
                Language.preferred(acceptLanguage));
    }
}
