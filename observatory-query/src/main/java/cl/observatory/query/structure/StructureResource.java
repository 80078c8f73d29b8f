package cl.observatory.query.structure;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Format;
import cl.observatory.query.answer.Words;
import cl.observatory.query.file.Download;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
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

/** Structure queries of SDMX REST 2, of data flows and their structures. */
@Path("/v1/structure")
@Tag(name = "Reference")
@RunOnVirtualThread
public class StructureResource {

    private static final String SDMX_STRUCTURE = "application/vnd.sdmx.structure+json";
    private static final String REFERENCES = "What comes with it: descendants has the structures with all concepts and "
            + "code lists that they refer to.";
    private static final String TOLD = "A message in SDMX-JSON 2.0.0.";

    private final Dataflows dataflows;
    private final Structures structures;

    StructureResource(Dataflows dataflows, Structures structures) {
        this.dataflows = dataflows;
        this.structures = structures;
    }

    @GET
    @Path("/dataflow/{agency}/{id}/{version}")
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getSdmxDataflows",
            summary = "Data flows by SDMX",
            description = "A structure query of SDMX REST 2; * for all data flows.")
    @APIResponse(
            responseCode = "200",
            description = TOLD,
            content = @Content(mediaType = SDMX_STRUCTURE, schema = @Schema(type = SchemaType.OBJECT)))
    @Produces({SDMX_STRUCTURE, MediaType.APPLICATION_JSON})
    public Response dataflows(
            @RestPath String agency,
            @RestPath String id,
            @RestPath String version,
            @Parameter(
                            description = REFERENCES,
                            schema = @Schema(implementation = References.class, defaultValue = "none"))
                    @RestQuery
                    String references,
            @RestHeader("Accept-Language") String acceptLanguage) {
        References asked = read(references);
        List<DatasetDefined> found = dataflows.list(agency, id, version);
        Locale language = Language.preferred(acceptLanguage);
        return answer(found, structures.dataflows(found, asked, language), language);
    }

    @GET
    @Path("/datastructure/{agency}/{id}/{version}")
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getSdmxDataStructures",
            summary = "Structures of data by SDMX",
            description = "A structure query of SDMX REST 2; * for all. A structure has the id of its data flow.")
    @APIResponse(
            responseCode = "200",
            description = TOLD,
            content = @Content(mediaType = SDMX_STRUCTURE, schema = @Schema(type = SchemaType.OBJECT)))
    @Produces({SDMX_STRUCTURE, MediaType.APPLICATION_JSON})
    public Response dataStructures(
            @RestPath String agency,
            @RestPath String id,
            @RestPath String version,
            @Parameter(
                            description = REFERENCES,
                            schema = @Schema(implementation = References.class, defaultValue = "none"))
                    @RestQuery
                    String references,
            @RestHeader("Accept-Language") String acceptLanguage) {
        References asked = read(references);
        List<DatasetDefined> found = dataflows.list(agency, id, version);
        Locale language = Language.preferred(acceptLanguage);
        return answer(found, structures.dataStructures(found, asked, language), language);
    }

    private static References read(String references) {
        Parameters parameters = new Parameters();
        References asked = parameters.oneOf("references", references, References.class, References.none);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return asked;
    }

    /** It was prepared when the last of its data sets was defined: until another is, everybody gets the same. */
    private static Response answer(List<DatasetDefined> datasets, ObjectNode data, Locale language) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode meta = message.putObject("meta");
        meta.put("id", "structures");
        meta.put(
                "prepared",
                datasets.stream()
                        .map(DatasetDefined::definedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)
                        .toString());
        meta.putArray("contentLanguages")
                .add(language.getLanguage())
                .add(language.getLanguage().equals("en") ? "es" : "en");
        meta.putObject("sender")
                .put("id", Dataflows.AGENCY)
                .put("name", Words.of("catalog.publisher").es());
        message.set("data", data);
        return Response.ok(Download.of(message.toString(), SDMX_STRUCTURE + ";version=" + Format.SDMX_VERSION))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
