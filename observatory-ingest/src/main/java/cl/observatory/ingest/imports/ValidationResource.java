package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets/{id}/imports/rejected.csv")
@Tag(name = "Load")
@RunOnVirtualThread
public class ValidationResource {

    private final Intake intake;
    private final Permissions permissions;
    private final Clock clock;

    ValidationResource(Intake intake, Permissions permissions, Clock clock) {
        this.intake = intake;
        this.permissions = permissions;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("data:write")
    @Consumes({
        "text/csv",
        "text/tab-separated-values",
        "application/json",
        "application/x-ndjson",
        "application/gzip",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.ms-excel",
        "application/xml",
        "application/octet-stream"
    })
    @Produces("text/csv")
    @Operation(
            operationId = "validateRows",
            summary = "Get back the rows of a file that would be rejected",
            description =
                    "The body is the file. The answer holds the rejected rows as they came, each with its line and"
                            + " its reasons in columns that no profile reads: to be corrected and sent again. Nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The rows, with the file's header; empty when every row would be taken.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StreamingOutput> validate(
            @RestPath String id,
            @Parameter(required = true, description = "Name of the import profile that reads it.") @RestQuery
                    String profile,
            InputStream body)
            throws SQLException {
        Parameters parameters = new Parameters();
        String name = parameters.text("profile", parameters.required("profile", profile), 60);
        parameters.check();
        try {
            java.nio.file.Path spool = Files.createTempFile("rejected", ".csv");
            Intake.Validation validation;
            try (OutputStream rejected = Files.newOutputStream(spool)) {
                validation = intake.validate(
                        NewImport.trial(id, name, clock.instant(), permissions.principal(), permissions.bindings()),
                        body,
                        rejected);
            } catch (IOException | SQLException | RuntimeException failed) {
                Files.delete(spool);
                throw failed;
            }
            return RestResponse.ResponseBuilder.ok((StreamingOutput) output -> send(spool, output))
                    .header(
                            HttpHeaders.CONTENT_TYPE,
                            RejectedRows.mediaType(validation.read().sourceEncoding()))
                    .build();
        } catch (IOException brokenOff) {
            throw new ProblemException(IngestProblem.BODY_INCOMPLETE);
        }
    }

    private static void send(java.nio.file.Path spool, OutputStream output) throws IOException {
        try {
            Files.copy(spool, output);
        } finally {
            Files.delete(spool);
        }
    }
}
