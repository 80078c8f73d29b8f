package cl.observatory.ingest.release;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.security.Principal;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/releases/{id}/withdrawal")
@Tag(name = "Load")
@RunOnVirtualThread
public class WithdrawalResource {

    private final Withdrawals withdrawals;
    private final Principal principal;

    WithdrawalResource(Withdrawals withdrawals, Principal principal) {
        this.withdrawals = withdrawals;
        this.principal = principal;
    }

    @POST
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "withdrawRelease",
            summary = "Withdraw a release",
            description = "The same request again gives the same answer.")
    @APIResponse(responseCode = "200", description = "It no longer holds.")
    public WithdrawalView withdraw(@RestPath UUID id, @NotNull @Valid NewWithdrawal body) throws SQLException {
        return WithdrawalView.of(withdrawals.withdraw(id, body.reason(), body.note(), principal.getName()));
    }
}
