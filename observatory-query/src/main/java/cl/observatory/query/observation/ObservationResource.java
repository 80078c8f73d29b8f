package cl.observatory.query.observation;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.Format;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
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

@Path("/v1/datasets/{id}/observations")
@Tag(name = "Ask")
@RunOnVirtualThread
public class ObservationResource {

    private final ObservationAnswers answers;
    private final ObservationExports exports;
    private final Periods periods;
    private final Sources sources;
    private final Annotations annotations;

    ObservationResource(
            ObservationAnswers answers,
            ObservationExports exports,
            Periods periods,
            Sources sources,
            Annotations annotations) {
        this.answers = answers;
        this.exports = exports;
        this.periods = periods;
        this.sources = sources;
        this.annotations = annotations;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getObservations",
            summary = "A slice of a data set",
            description =
                    "Cells as they were sent, or added up over territory and by year when another level or years are "
                            + "asked for. JSON comes in pages. Files come whole, as a stream that ends in the middle when "
                            + "something fails; the profile observatory-csv reads the CSV as it is. Their header "
                            + "Observatory-Release names the release that was read, Observatory-Warnings the codes of the "
                            + "warnings, and Link where the rest of what to know is told.")
    @APIResponse(
            responseCode = "200",
            description = "A page of cells, or a file with all of them.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ObservationsView.class)),
                @Content(mediaType = Format.CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.NDJSON, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.SDMX_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = Format.SDMX_CSV, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = Format.PARQUET, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Produces({MediaType.APPLICATION_JSON, Format.CSV, Format.NDJSON, Format.SDMX_JSON, Format.SDMX_CSV, Format.PARQUET
    })
    public RestResponse<Object> get(
            @RestPath String id,
            @Parameter(description = "Codes of territories of any level, parted by commas.", example = "13127")
                    @RestQuery
                    String territory,
            @Parameter(
                            description =
                                    "Without territory: all territories of this level; the data set's own when left out.",
                            schema = @Schema(implementation = TerritoryLevel.class))
                    @RestQuery
                    String level,
            @Parameter(
                            description = "Without territory: only those within this one.",
                            schema = @Schema(defaultValue = "CL"))
                    @RestQuery
                    String within,
            @Parameter(
                            description =
                                    "2024, 2018..2024, 2024-01..2024-12, last12Months or last5Years; all when left out.")
                    @RestQuery
                    String period,
            @Parameter(
                            description =
                                    "Filter of a dimension: its id, a colon, and codes parted by commas. Once for each "
                                            + "dimension.",
                            example = "[\"CRIME_CLASS:40101,40102\"]")
                    @RestQuery
                    List<String> dimension,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @Parameter(
                            description =
                                    "Only cells that are not as they would have been answered at this instant: added, "
                                            + "or with another value, status or attribute. A warning tells when cells "
                                            + "were removed. Not later than asOf.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String updatedAfter,
            @Parameter(
                            description = "Instead of the header Accept.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "json",
                                                "csv",
                                                "ndjson",
                                                "sdmx-json",
                                                "sdmx-csv",
                                                "json-stat",
                                                "parquet"
                                            },
                                            defaultValue = "json"))
                    @RestQuery
                    String format,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "1000"))
                    @RestQuery
                    String limit,
            @Parameter(description = "From the page before.") @RestQuery String cursor,
            @RestHeader("Accept-Language") String acceptLanguage,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        Parameters parameters = new Parameters();
        ObservationQuestion question = new ObservationQuestion.Written(
                        id, territory, level, within, period, dimension, asOf, updatedAfter)
                .read(parameters, periods);
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        Format form = Format.of(parameters, format, headers, EnumSet.allOf(Format.class));
        form.refusePages(parameters, limit, cursor);
        parameters.check(QueryProblem.INVALID_QUESTION);
        Locale language = Language.preferred(acceptLanguage);
        Object answer = form == Format.json
                ? json(question, most, cursor, language)
                : exports.file(question, form, language).breakingOff(request);
        return RestResponse.ResponseBuilder.ok(answer)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private ObservationsView json(ObservationQuestion question, int most, String cursor, Locale language) {
        ObservationsView answer = answers.answer(question, most, cursor, language);
        return answer.with(
                annotations.beside(answer.figures(question), language),
                sources.warnings(answer.sources(), question.asOf(), language));
    }
}
