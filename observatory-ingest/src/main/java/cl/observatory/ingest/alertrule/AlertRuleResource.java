package cl.observatory.ingest.alertrule;

import cl.observatory.events.reference.AlertRuleDefined;
import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

@Path("/v1/alert-rules/{code}")
@Tag(name = "Load")
@RunOnVirtualThread
public class AlertRuleResource {

    private static final Pattern CODE = Pattern.compile("(?=.{1,100}$)[A-Z][A-Z0-9]*(_[A-Z0-9]+){0,10}");
    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final AlertRules rules;

    AlertRuleResource(AlertRules rules) {
        this.rules = rules;
    }

    @PUT
    @RolesAllowed("data:write")
    @Operation(
            operationId = "defineAlertRule",
            summary = "Define or change a rule by which figures are watched",
            description =
                    "It is evaluated over the last period of the release that holds, and from then on over the new "
                            + "periods of each release. Readers find rules at /v1/alert-rules, and what they raise at /v1/alerts.")
    @APIResponse(responseCode = "200", description = "Defined; its version is in the ETag.")
    public RestResponse<AlertRuleView> define(
            @RestPath String code,
            @Parameter(description = "Version that is to be changed, in quotes; left out when the rule is new.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewAlertRule body)
            throws SQLException {
        Parameters parameters = new Parameters();
        parameters.matching("code", code, CODE);
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        AlertRuleDefined rule = rules.define(
                code,
                body,
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1))));
        return RestResponse.ResponseBuilder.ok(AlertRuleView.of(rule))
                .tag(Long.toString(rule.version()))
                .build();
    }
}
