package cl.observatory.query.observation;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Format;
import cl.observatory.query.file.Download;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.structure.Dataflows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Data queries of SDMX REST 2, as far as one data set answers them. */
@Path("/v1/data/dataflow/{agency}/{id}/{version}")
@Tag(name = "Ask")
@RunOnVirtualThread
public class SdmxDataResource {

    private static final Set<Format> FORMS = EnumSet.of(Format.sdmxJson, Format.sdmxCsv);
    private static final String EVERYTHING = "*";
    private static final String DESCRIPTION =
            "A data query of SDMX REST 2. The data flow of a data set is its id in capitals, with underscores; its "
                    + "dimensions are FREQ, REF_AREA, those of the data set, and TIME_PERIOD. Without REF_AREA it is all "
                    + "territories of the data set's own level; codes of others are added up, as years are. What is wrong "
                    + "is told by problem documents.";
    private static final String TOLD = "The observations as a stream, in SDMX-JSON 2.0.0 or SDMX-CSV 2.0.0.";
    private static final String NOTHING = "There is no such observation.";

    private final Dataflows dataflows;
    private final ObservationExports exports;

    SdmxDataResource(Dataflows dataflows, ObservationExports exports) {
        this.dataflows = dataflows;
        this.exports = exports;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "getSdmxDataflow", summary = "A data flow by SDMX", description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = TOLD,
            content = {
                @Content(mediaType = Format.SDMX_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = Format.SDMX_CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "204", description = NOTHING)
    @Produces({Format.SDMX_JSON, Format.SDMX_CSV})
    public RestResponse<Object> all(
            @RestPath String agency,
            @RestPath String id,
            @RestPath String version,
            @BeanParam SdmxQuery query,
            @Context HttpServerRequest request) {
        return answer(dataflows.find(agency, id, version), EVERYTHING, query, request);
    }

    @GET
    @Path("/{key}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getSdmxData", summary = "Series of a data flow by SDMX", description = DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = TOLD,
            content = {
                @Content(mediaType = Format.SDMX_JSON, schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = Format.SDMX_CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "204", description = NOTHING)
    @Produces({Format.SDMX_JSON, Format.SDMX_CSV})
    public RestResponse<Object> get(
            @RestPath String agency,
            @RestPath String id,
            @RestPath String version,
            @Parameter(
                            description =
                                    "The codes of all dimensions but time, in the order of the structure, parted by "
                                            + "dots; * for any, and for what is left out at the end. Several keys, parted by "
                                            + "commas, are all combinations of their codes.",
                            example = "M.13127.*")
                    @RestPath
                    String key,
            @BeanParam SdmxQuery query,
            @Context HttpServerRequest request) {
        return answer(dataflows.find(agency, id, version), key, query, request);
    }

    private RestResponse<Object> answer(
            DatasetDefined dataset, String key, SdmxQuery query, HttpServerRequest request) {
        Parameters parameters = new Parameters();
        Instant asOf = parameters.instant("asOf", query.asOf);
        Instant updatedAfter = Updates.read(parameters, query.updatedAfter, asOf);
        if (query.includeHistory != null && !query.includeHistory.equals("false")) {
            parameters.refuse("includeHistory", "HISTORY_NOT_SERVED", dataset.id());
        }
        SdmxComponents components = SdmxComponents.read(
                parameters, dataset, query.dimensionAtObservation, query.measures, query.attributes);
        SdmxSelection selection = new SdmxSelection(parameters, dataset);
        selection.key(key);
        query.filters().forEach(selection::filter);
        ObservationQuestion question = selection.question(asOf, updatedAfter);
        Format form = Format.of(parameters, query.format, query.headers, FORMS);
        parameters.check(QueryProblem.INVALID_QUESTION);
        Optional<Download> file = exports.file(question, form, components, Language.preferred(query.acceptLanguage));
        return file.map(found -> RestResponse.ResponseBuilder.<Object>ok(found.breakingOff(request)))
                .orElseGet(RestResponse.ResponseBuilder::noContent)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
