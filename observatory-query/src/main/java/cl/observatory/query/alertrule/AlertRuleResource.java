package cl.observatory.query.alertrule;

import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.indicator.Indicators;
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

@Path("/v1/alert-rules")
@Tag(name = "Reference")
@RunOnVirtualThread
public class AlertRuleResource {

    private final AlertRules rules;

    AlertRuleResource(AlertRules rules) {
        this.rules = rules;
    }

    @Schema(name = "AlertRuleList")
    public record AlertRuleList(List<AlertRuleView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "listAlertRules", summary = "Rules by which figures are watched")
    @APIResponse(responseCode = "200", description = "The rules, those that are not active included.")
    public AlertRuleList list() {
        return new AlertRuleList(rules.list().stream().map(AlertRuleView::of).toList());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getAlertRule",
            summary = "One rule, and what became of its last evaluation",
            description = "It says how many series could not be judged, and why.")
    @APIResponse(responseCode = "200", description = "The rule.")
    public AlertRuleView get(@RestPath String code) {
        return AlertRuleView.of(
                rules.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "code", code, Indicators.CODE)));
    }
}
