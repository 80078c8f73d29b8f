package cl.observatory.query.boundary;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/territories.geojson")
@Tag(name = "Reference")
@RunOnVirtualThread
public class TerritoryMapResource {

    private final Territories territories;
    private final Drawings drawings;
    private final Periods periods;

    TerritoryMapResource(Territories territories, Drawings drawings, Periods periods) {
        this.territories = territories;
        this.drawings = drawings;
        this.periods = periods;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getTerritoryMap",
            summary = "Territories of a level with their shapes",
            description = "GeoJSON (RFC 7946). What is told besides stands in further members of the collection.")
    @APIResponse(
            responseCode = "200",
            description = "The territories.",
            content =
                    @Content(mediaType = GeoJson.MEDIA_TYPE, schema = @Schema(implementation = TerritoryMapView.class)))
    @Produces({GeoJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<TerritoryMapView> get(
            @Parameter(
                            description = "Level of the territories.",
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
                            description = "Those that are valid on this day; today when left out.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String validAt,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Locale language = Language.preferred(acceptLanguage);
        Parameters parameters = new Parameters();
        String holder = within == null ? "CL" : parameters.matching("within", within, Territories.CODE);
        LocalDate day = parameters.read("validAt", validAt, Territories::day, "NOT_A_DATE");
        TerritoryMapQuestion question = new TerritoryMapQuestion(
                parameters.oneOf("level", level, TerritoryLevel.class, TerritoryLevel.commune),
                holder,
                parameters.oneOf("zoom", zoom, Zoom.class, holder == null ? null : Zoom.filledBy(holder)),
                day == null ? periods.today() : day);
        parameters.check(QueryProblem.INVALID_QUESTION);

        List<Territory> asked = territories.within(question.within(), question.level(), question.validAt());
        List<String> codes = asked.stream().map(Territory::code).toList();
        Drawing drawing = drawings.of(codes, question.zoom(), question.validAt(), null);
        List<Warning> warnings = new ArrayList<>();
        if (territories.find(List.of(holder)).isEmpty()) {
            warnings.add(Warning.of(WarningCode.UNKNOWN_TERRITORY, language, holder));
        }
        warnings.addAll(drawing.warnings(codes, language));
        return RestResponse.ResponseBuilder.ok(
                        TerritoryMapView.of(question, asked, drawing, warnings), GeoJson.MEDIA_TYPE)
                .build();
    }
}
