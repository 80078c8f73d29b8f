package cl.observatory.ingest.check;

import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.security.Principal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets/{id}/checks")
@Tag(name = "Load")
@RunOnVirtualThread
public class ChecksResource {

    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final Checks checks;
    private final Principal principal;

    ChecksResource(Checks checks, Principal principal) {
        this.checks = checks;
        this.principal = principal;
    }

    @GET
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(
            operationId = "getChecks",
            summary = "Rules by which the files of a data set are checked",
            description = "When none are stored, those of the data set's kind hold, and are shown as version 0.")
    @APIResponse(responseCode = "200", description = "The rules; their version is in the ETag.")
    public RestResponse<ChecksView> get(@RestPath String id) {
        return tagged(checks.get(id));
    }

    @PUT
    @RolesAllowed("data:write")
    @Operation(
            operationId = "defineChecks",
            summary = "Define or change the rules by which the files of a data set are checked",
            description = "They hold for files that are sent from then on. What was found in a file stays as it was.")
    @APIResponse(responseCode = "200", description = "Stored; their version is in the ETag.")
    public RestResponse<ChecksView> define(
            @RestPath String id,
            @Parameter(description = "Version that is to be changed, in quotes; may be left out when none are stored.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewChecks body) {
        Parameters parameters = new Parameters();
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        Optional<Long> version =
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1)));
        return tagged(checks.define(id, body.rules(), version, principal.getName()));
    }

    private static RestResponse<ChecksView> tagged(ChecksView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Long.toString(view.version()))
                .build();
    }
}
