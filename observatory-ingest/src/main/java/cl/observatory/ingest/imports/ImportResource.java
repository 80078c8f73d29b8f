package cl.observatory.ingest.imports;

import cl.observatory.problem.Language;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.security.Principal;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/imports/{id}")
@Tag(name = "Load")
@RunOnVirtualThread
public class ImportResource {

    private final Imports imports;
    private final ImportFiles files;
    private final Principal principal;

    ImportResource(Imports imports, ImportFiles files, Principal principal) {
        this.imports = imports;
        this.files = files;
        this.principal = principal;
    }

    @GET
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getImport", summary = "State, progress and counts of an import")
    @APIResponse(responseCode = "200", description = "The import.")
    public ImportView get(@RestPath UUID id, @RestHeader("Accept-Language") String acceptLanguage) throws SQLException {
        return ImportView.of(imports.get(id), Language.preferred(acceptLanguage));
    }

    @GET
    @Path("/diff")
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(
            operationId = "getImportDiff",
            summary = "How an import differs from the release that it was compared with")
    @APIResponse(responseCode = "200", description = "Counts of cells and sums, by region and year.")
    public DiffView diff(@RestPath UUID id) throws SQLException {
        return DiffView.of(imports.getCompared(id));
    }

    @GET
    @Path("/source")
    @RolesAllowed({"data:write", "data:approve"})
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "getImportSource", summary = "The source file of an import, byte for byte as it came")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<StreamingOutput> source(@RestPath UUID id) throws SQLException {
        Import taken = imports.getWithSource(id);
        return RestResponse.ResponseBuilder.ok((StreamingOutput) output -> files.writeSource(taken, output))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + taken.id() + "\"")
                .build();
    }

    @POST
    @Path("/approval")
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "decideImport",
            summary = "Approve or reject an import",
            description = "By another principal than the one who sent the file. Approval makes it the next release.")
    @APIResponse(responseCode = "200", description = "Decided.")
    public ImportView decide(
            @RestPath UUID id, @RestHeader("Accept-Language") String acceptLanguage, @NotNull @Valid NewApproval body)
            throws SQLException {
        return ImportView.of(
                imports.decide(id, body.decision(), principal.getName(), body.note()),
                Language.preferred(acceptLanguage));
    }

    @GET
    @Path("/rejected.csv")
    @RolesAllowed({"data:write", "data:approve"})
    @Produces("text/csv")
    @Operation(
            operationId = "getRejectedRows",
            summary = "The rows of an import that were left out",
            description = "As they came, each with its line and its reasons in columns that no profile reads: to be"
                    + " corrected and sent again.")
    @APIResponse(
            responseCode = "200",
            description = "The rows, with the file's header; empty when every row was taken.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> rejected(@RestPath UUID id) throws SQLException {
        Import taken = imports.get(id).taken();
        return RestResponse.ResponseBuilder.ok((StreamingOutput) output -> files.writeRejected(taken, output))
                .header(HttpHeaders.CONTENT_TYPE, RejectedRows.mediaType(taken.sourceEncoding()))
                .build();
    }

    @GET
    @Path("/observations.csv")
    @RolesAllowed({"data:write", "data:approve"})
    @Produces("text/csv")
    @Operation(
            operationId = "getImportedObservations",
            summary = "The observations that an import brings, as they were read",
            description = "The profile observatory-csv, which every data set has, reads this file.")
    @APIResponse(
            responseCode = "200",
            description = "A column for each component of the data set.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> observations(@RestPath UUID id) throws SQLException {
        Import taken = imports.get(id).taken();
        return RestResponse.ResponseBuilder.ok((StreamingOutput) output -> files.writeObservations(taken, output))
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8;header=present")
                .build();
    }
}
