package cl.observatory.query.peers;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/territories/{code}/peers")
@Tag(name = "Ask")
@RunOnVirtualThread
public class PeersResource {

    private static final String OTHERWISE = "population,region";
    private static final int MOST_FEATURES = 6;
    private static final Pattern DATASET = Pattern.compile("[a-z0-9-]{1,64}");

    private final Peers peers;
    private final PeersRenderer renderer;
    private final Periods periods;

    PeersResource(Peers peers, PeersRenderer renderer, Periods periods) {
        this.peers = peers;
        this.renderer = renderer;
        this.periods = periods;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getTerritoryPeers",
            summary = "A commune beside those that are most like it",
            description = "The list and the distances are told, with the median of the peers and the place among them.")
    @APIResponse(responseCode = "200", description = "The peers.")
    public PeersView get(
            @RestPath String code,
            @Parameter(required = true, description = "Code of the indicator that is compared.") @RestQuery
                    String indicator,
            @Parameter(
                            description = "How many peers.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            defaultValue = "8",
                                            minimum = "1",
                                            maximum = "50"))
                    @RestQuery
                    String k,
            @Parameter(
                            description =
                                    "One period, as long as those of the data set or longer. When left out, the latest "
                                            + "complete one.",
                            example = "2024")
                    @RestQuery
                    String period,
            @Parameter(
                            description =
                                    "What makes communes alike, parted by commas: population, region, and codes of "
                                            + "other indicators, whose latest complete values are compared.",
                            schema = @Schema(type = SchemaType.STRING, defaultValue = OTHERWISE))
                    @RestQuery
                    String by,
            @Parameter(
                            description =
                                    "Data set of the people; when left out, the one that the indicator divides by, or "
                                            + "the only one that any indicator does.")
                    @RestQuery
                    String population,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        place(parameters, code);
        PeersQuestion question = new PeersQuestion(
                code,
                PeersQuestion.indicator(parameters, indicator),
                periods.readSingle(parameters, "period", period),
                parameters.integer("k", k, 1, 50, 8),
                PeersQuestion.features(parameters, by == null ? OTHERWISE : by, MOST_FEATURES),
                parameters.matching("population", population, DATASET),
                parameters.instant("asOf", asOf));
        parameters.check(QueryProblem.INVALID_QUESTION);
        return renderer.view(peers.answer(question), Language.preferred(acceptLanguage));
    }

    private static void place(Parameters parameters, String code) {
        List<String> codes = TerritorySelection.codes(parameters, "code", code, 1);
        codes.stream()
                .filter(known -> !PeersQuestion.isOfCommune(known))
                .forEach(known -> parameters.refuse("code", "NOT_A_COMMUNE", known));
    }
}
