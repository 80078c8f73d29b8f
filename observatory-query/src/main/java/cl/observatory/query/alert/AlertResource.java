package cl.observatory.query.alert;

import cl.observatory.events.Labels;
import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryRef;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/alerts")
@Tag(name = "Ask")
@RunOnVirtualThread
public class AlertResource {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

    private final Alerts alerts;
    private final Indicators indicators;
    private final Territories territories;

    AlertResource(Alerts alerts, Indicators indicators, Territories territories) {
        this.alerts = alerts;
        this.indicators = indicators;
        this.territories = territories;
    }

    @Schema(name = "AlertList")
    public record AlertList(List<AlertView> items, Page page) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "listAlerts",
            summary = "What rules found in published figures",
            description =
                    "The newest first. Alerts of a release that was found wrong stay, and say so; those of one that "
                            + "told what must not be told are gone.")
    @APIResponse(responseCode = "200", description = "A page of alerts.")
    public AlertList list(
            @Parameter(description = "Code of the rule.") @RestQuery String rule,
            @Parameter(description = "Code of the territory.", example = "13101") @RestQuery String territory,
            @Parameter(description = "Code of the indicator.") @RestQuery String indicator,
            @Parameter(
                            description = "Only those raised at this instant or later.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String since,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "1000"))
                    @RestQuery
                    String limit,
            @Parameter(description = "From the page before.") @RestQuery String cursor) {
        Parameters parameters = new Parameters();
        String ofRule = parameters.matching("rule", rule, Indicators.CODE);
        String area = parameters.matching("territory", territory, Territories.CODE);
        String code = parameters.matching("indicator", indicator, Indicators.CODE);
        Instant from = parameters.instant("since", since);
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        Cursor place = new Cursor("alerts", rule, territory, indicator, since);
        List<String> behind = place.read(parameters, cursor, POSITION);
        parameters.check(QueryProblem.INVALID_QUESTION);

        Long before = behind.isEmpty() ? null : Long.valueOf(behind.getFirst());
        List<Alerts.Standing> found = alerts.list(new Alerts.Question(ofRule, area, code, from, before), most + 1);
        List<Alerts.Standing> shown = Page.slice(found, 0, most);
        return new AlertList(
                shown.stream().map(this::view).toList(),
                new Page(
                        most,
                        found.size() > most
                                ? place.write(Long.toString(shown.getLast().position()))
                                : null));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getAlert", summary = "One alert")
    @APIResponse(responseCode = "200", description = "The alert.")
    public AlertView get(@Parameter(schema = @Schema(format = "uuid")) @RestPath String id) {
        return view(alerts.get(UUID.fromString(Parameters.formed(QueryProblem.INVALID_QUESTION, "id", id, ID))));
    }

    private AlertView view(Alerts.Standing alert) {
        Labels indicator = indicators
                .find(alert.raised().indicator())
                .map(IndicatorDefined::labels)
                .orElse(null);
        String area = alert.raised().territory();
        TerritoryRef territory = area == null ? null : TerritoryRef.of(territories.get(area));
        return AlertView.of(alert, indicator, territory);
    }
}
