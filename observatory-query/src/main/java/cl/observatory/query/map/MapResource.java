package cl.observatory.query.map;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.annotation.AnnotationView;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.boundary.GeoJson;
import cl.observatory.query.boundary.Zoom;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Standpoint;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/indicators/{code}/map")
@Tag(name = "Ask")
@RunOnVirtualThread
public class MapResource {

    private final Maps maps;
    private final Periods periods;
    private final Sources sources;
    private final Annotations annotations;

    MapResource(Maps maps, Periods periods, Sources sources, Annotations annotations) {
        this.maps = maps;
        this.periods = periods;
        this.sources = sources;
        this.annotations = annotations;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getMap",
            summary = "Values of an indicator on a map",
            description =
                    "GeoJSON (RFC 7946). The values are those of the ranking, whatever the number of people; what "
                            + "is told besides stands in further members of the collection. A map shows figures beside each "
                            + "other: look at comparable and status before you colour them.")
    @APIResponse(
            responseCode = "200",
            description = "The map.",
            content = @Content(mediaType = GeoJson.MEDIA_TYPE, schema = @Schema(implementation = MapView.class)))
    @Produces({GeoJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<MapView> get(
            @RestPath String code,
            @Parameter(
                            required = true,
                            description =
                                    "One period, as long as those of the data set or longer: 2024, 2024-S1, 2024-Q1, 2024-03.",
                            example = "2024")
                    @RestQuery
                    String period,
            @Parameter(
                            description = "Level of the territories that are shown.",
                            schema = @Schema(implementation = TerritoryLevel.class, defaultValue = "commune"))
                    @RestQuery
                    String level,
            @Parameter(
                            description = "Only territories within this one.",
                            schema = @Schema(defaultValue = "CL"),
                            example = "13")
                    @RestQuery
                    String within,
            @Parameter(
                            description =
                                    "How closely the map is seen; when it is left out, as a map that is filled by "
                                            + "the territory that holds all.",
                            schema = @Schema(implementation = Zoom.class))
                    @RestQuery
                    String zoom,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @Parameter(
                            description = "In which division of the country the past is told. Shapes are those of the "
                                    + "edition of boundaries that fits it best; territories that it does not have are "
                                    + "listed without a geometry.",
                            schema = @Schema(implementation = Boundaries.class, defaultValue = "current"))
                    @RestQuery
                    String boundaries,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Locale language = Language.preferred(acceptLanguage);
        Parameters parameters = new Parameters();
        PeriodRange asked = periods.readSingle(parameters, "period", parameters.required("period", period));
        String holder = within == null ? "CL" : parameters.matching("within", within, Territories.CODE);
        Instant instant = parameters.instant("asOf", asOf);
        MapQuestion question = new MapQuestion(
                parameters.matching("code", code, Indicators.CODE),
                asked,
                parameters.oneOf("level", level, TerritoryLevel.class, TerritoryLevel.commune),
                holder,
                parameters.oneOf("zoom", zoom, Zoom.class, holder == null ? null : Zoom.filledBy(holder)),
                new Standpoint(
                        instant, parameters.oneOf("boundaries", boundaries, Boundaries.class, Boundaries.current)),
                periods.today());
        parameters.check(QueryProblem.INVALID_QUESTION);

        Maps.Answer answer = maps.answer(question);
        List<SourceView> read = answer.caveats(language).sources();
        List<Warning> warnings = new ArrayList<>(answer.warnings(question, language));
        warnings.addAll(sources.warnings(read, instant, language));
        List<AnnotationView> said = annotations.beside(
                new Annotations.Figures(
                        read.stream().map(SourceView::dataset).toList(),
                        code,
                        answer.codes(),
                        asked.periods(),
                        instant),
                language);
        return RestResponse.ResponseBuilder.ok(
                        MapView.of(question, answer, said, warnings, language), GeoJson.MEDIA_TYPE)
                .build();
    }
}
