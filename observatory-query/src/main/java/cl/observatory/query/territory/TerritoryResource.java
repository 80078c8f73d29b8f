package cl.observatory.query.territory;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.territory.Territories.Succession;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/territories")
@Tag(name = "Reference")
@RunOnVirtualThread
public class TerritoryResource {

    private static final ZoneId CHILE = ZoneId.of("America/Santiago");

    private final Territories territories;
    private final Clock clock;

    TerritoryResource(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /** There are fewer than a thousand, so they are never paged. */
    @Schema(name = "TerritoryList")
    public record TerritoryList(List<TerritoryView> items, List<Warning> warnings) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "listTerritories", summary = "Territories, in geographic order")
    @APIResponse(responseCode = "200", description = "The territories.")
    public TerritoryList list(
            @Parameter(description = "Only this level.", schema = @Schema(implementation = TerritoryLevel.class))
                    @RestQuery
                    String level,
            @Parameter(
                            description = "Only territories within this one, itself included.",
                            schema = @Schema(defaultValue = "CL"),
                            example = "13")
                    @RestQuery
                    String within,
            @Parameter(
                            description = "Those that are valid on this day; today when left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String validAt,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        TerritoryLevel only = parameters.oneOf("level", level, TerritoryLevel.class, null);
        String holder = within == null ? "CL" : parameters.matching("within", within, Territories.CODE);
        LocalDate day = parameters.read("validAt", validAt, Territories::day, "NOT_A_DATE");
        parameters.check(QueryProblem.INVALID_QUESTION);
        LocalDate validOn = day == null ? LocalDate.ofInstant(clock.instant(), CHILE) : day;
        Map<String, List<Succession>> successions = territories.successions();
        return new TerritoryList(
                territories.within(holder, only, validOn).stream()
                        .map(territory ->
                                TerritoryView.of(territory, successions.getOrDefault(territory.code(), List.of())))
                        .toList(),
                territories.find(List.of(holder)).isEmpty()
                        ? List.of(Warning.of(WarningCode.UNKNOWN_TERRITORY, Language.preferred(acceptLanguage), holder))
                        : List.of());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getTerritory", summary = "One territory, present or past")
    @APIResponse(responseCode = "200", description = "The territory.")
    public TerritoryView get(@RestPath String code) {
        Parameters parameters = new Parameters();
        TerritorySelection.codes(parameters, "code", code, 1);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return TerritoryView.of(territories.get(code), territories.successions().getOrDefault(code, List.of()));
    }
}
