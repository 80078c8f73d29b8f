package cl.observatory.ingest.approval;

import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets/{id}/approval-policy")
@Tag(name = "Load")
@RunOnVirtualThread
public class ApprovalPolicyResource {

    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final ApprovalPolicies policies;

    ApprovalPolicyResource(ApprovalPolicies policies) {
        this.policies = policies;
    }

    @GET
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getApprovalPolicy", summary = "Who decides about the imports of a data set")
    @APIResponse(responseCode = "200", description = "The policy; its version is in the ETag.")
    public RestResponse<ApprovalPolicyView> get(@RestPath String id) {
        return tagged(policies.get(id));
    }

    @PUT
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "changeApprovalPolicy",
            summary = "Say who decides about the imports of a data set",
            description =
                    "The change is recorded in the audit with its reason. It holds for what is decided from now on.")
    @APIResponse(responseCode = "200", description = "Changed; its version is in the ETag.")
    public RestResponse<ApprovalPolicyView> change(
            @RestPath String id,
            @Parameter(description = "Version that is to be changed, in quotes.") @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewApprovalPolicy body)
            throws SQLException {
        Parameters parameters = new Parameters();
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        return tagged(policies.change(
                id,
                body,
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1)))));
    }

    private static RestResponse<ApprovalPolicyView> tagged(ApprovalPolicyView policy) {
        return RestResponse.ResponseBuilder.ok(policy)
                .tag(Long.toString(policy.version()))
                .build();
    }
}
