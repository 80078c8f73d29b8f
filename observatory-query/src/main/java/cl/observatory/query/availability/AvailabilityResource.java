package cl.observatory.query.availability;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/indicators/{code}/availability")
@Tag(name = "Ask")
@RunOnVirtualThread
public class AvailabilityResource {

    private final Availabilities availabilities;
    private final Periods periods;
    private final Sources sources;

    AvailabilityResource(Availabilities availabilities, Periods periods, Sources sources) {
        this.availabilities = availabilities;
        this.periods = periods;
        this.sources = sources;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getIndicatorAvailability",
            summary = "For which territories and periods an indicator has values",
            description = "With how many of the cells behind them were reported, of those that were to be expected.")
    @APIResponse(responseCode = "200", description = "What there is.")
    public AvailabilityView get(
            @RestPath String code,
            @Parameter(
                            description =
                                    "2024, 2018..2024, 2024-01..2024-12, last12Months or last5Years; when left out, all "
                                            + "years of the data set's release, or all its periods when values are never "
                                            + "added up.",
                            example = "2018..2024")
                    @RestQuery
                    String period,
            @Parameter(
                            description = "Level of the territories; that of the data set's rows when left out.",
                            schema = @Schema(implementation = TerritoryLevel.class))
                    @RestQuery
                    String level,
            @Parameter(
                            description = "Only territories within this one.",
                            schema = @Schema(defaultValue = "CL"),
                            example = "13")
                    @RestQuery
                    String within,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @Parameter(
                            description = "In which division of the country the past is told.",
                            schema = @Schema(implementation = Boundaries.class, defaultValue = "current"))
                    @RestQuery
                    String boundaries,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Locale language = Language.preferred(acceptLanguage);
        Parameters parameters = new Parameters();
        Availabilities.Question question = new Availabilities.Question(
                parameters.matching("code", code, Indicators.CODE),
                periods.read(parameters, "period", period),
                parameters.oneOf("level", level, TerritoryLevel.class, null),
                within == null ? "CL" : parameters.matching("within", within, Territories.CODE),
                parameters.instant("asOf", asOf),
                parameters.oneOf("boundaries", boundaries, Boundaries.class, Boundaries.current));
        parameters.check(QueryProblem.INVALID_QUESTION);

        Availabilities.Answer answer = availabilities.answer(question);
        Caveats caveats = new Caveats(answer.indicator(), answer.measured(), language);
        List<SourceView> read = caveats.sources();
        return AvailabilityView.of(
                answer,
                read,
                Stream.concat(
                                caveats.warnings(answer.unknown()).stream(),
                                sources.warnings(read, question.asOf(), language).stream())
                        .toList());
    }
}
