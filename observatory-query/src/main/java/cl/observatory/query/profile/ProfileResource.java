package cl.observatory.query.profile;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritorySelection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/territories/{code}/profile")
@Tag(name = "Ask")
@RunOnVirtualThread
public class ProfileResource {

    private final Territories territories;
    private final Profiles profiles;
    private final ProfileRenderer renderer;

    ProfileResource(Territories territories, Profiles profiles, ProfileRenderer renderer) {
        this.territories = territories;
        this.profiles = profiles;
        this.renderer = renderer;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getTerritoryProfile",
            summary = "What every indicator says of a territory, side by side",
            description = "Each with its own source, date and caveats. There is no score over them.")
    @APIResponse(responseCode = "200", description = "The profile.")
    public ProfileView get(
            @RestPath String code,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        TerritorySelection.codes(parameters, "code", code, 1);
        Instant instant = parameters.instant("asOf", asOf);
        parameters.check(QueryProblem.INVALID_QUESTION);
        Territory territory = territories.get(code);
        return renderer.view(territory, instant, profiles.of(territory, instant), Language.preferred(acceptLanguage));
    }
}
