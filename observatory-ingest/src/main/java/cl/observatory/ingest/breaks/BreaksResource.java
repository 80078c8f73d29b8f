package cl.observatory.ingest.breaks;

import cl.observatory.events.reference.BreaksDefined;
import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.security.Principal;
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

@Path("/v1/datasets/{id}/breaks")
@Tag(name = "Load")
@RunOnVirtualThread
public class BreaksResource {

    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final Breaks breaks;
    private final Principal principal;

    BreaksResource(Breaks breaks, Principal principal) {
        this.breaks = breaks;
        this.principal = principal;
    }

    @PUT
    @RolesAllowed("data:write")
    @Operation(
            operationId = "defineBreaks",
            summary = "Define or change the breaks of a data set",
            description = "The list is whole: what it leaves out is no longer a break. Readers find it at /v1/breaks.")
    @APIResponse(responseCode = "200", description = "Defined; the version of the list is in the ETag.")
    public RestResponse<BreaksView> define(
            @RestPath String id,
            @Parameter(description = "Version that is to be changed, in quotes; left out when there is no list yet.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewBreaks body)
            throws SQLException {
        Parameters parameters = new Parameters();
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        BreaksDefined list = breaks.define(
                id,
                body,
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1))),
                principal.getName());
        return RestResponse.ResponseBuilder.ok(BreaksView.of(list))
                .tag(Long.toString(list.version()))
                .build();
    }
}
