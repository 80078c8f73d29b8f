package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.release.Update;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets/{id}/imports")
@Tag(name = "Load")
@RunOnVirtualThread
public class IntakeResource {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[!-~]{8,200}");

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,15}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,25}(\\.[0-9]{1,10})?");

    private final Intake intake;
    private final Imports imports;
    private final Permissions permissions;
    private final Clock clock;

    IntakeResource(Intake intake, Imports imports, Permissions permissions, Clock clock) {
        this.intake = intake;
        this.imports = imports;
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
    @ResponseStatus(202)
    @Operation(
            operationId = "importFile",
            summary = "Send a file of observations",
            description =
                    "The body is the file: CSV, TSV, JSON, NDJSON, XLSX, XLS or XML Spreadsheet 2003, plain or gzip, of "
                            + "any size up to the limit. It is read while it arrives; "
                            + "when it is refused, or the connection breaks off, nothing is kept.")
    @RequestBody(
            description = "Its format is told by its content; the media type names what a sender thinks that it is.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "text/tab-separated-values", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/json", schema = @Schema),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/gzip", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/vnd.ms-excel",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = "application/octet-stream",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "Validated; nothing was kept.")
    @APIResponse(
            responseCode = "202",
            description = "Taken; it waits for a second person.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> submit(
            @RestPath String id,
            @Parameter(
                            required = true,
                            description = "Name of the import profile that reads it; its newest version is used.")
                    @RestQuery
                    String profile,
            @Parameter(
                            description = "Status of the release that it becomes.",
                            schema = @Schema(implementation = NewImport.Status.class, defaultValue = "PROVISIONAL"))
                    @RestQuery
                    String status,
            @Parameter(
                            description =
                                    "load: the file becomes an import. validate: nothing is kept; the answer (200)"
                                            + " says what the import would be.",
                            schema = @Schema(implementation = NewImport.Mode.class, defaultValue = "load"))
                    @RestQuery
                    String mode,
            @Parameter(
                            description = "all: one bad row refuses the file. row: bad rows are left out and reported.",
                            schema = @Schema(implementation = NewImport.Atomic.class, defaultValue = "all"))
                    @RestQuery
                    String atomic,
            @Parameter(
                            description = "full: the release is what the file holds. merge: the cells of the file are "
                                    + "laid over the current release.",
                            schema = @Schema(implementation = Update.class, defaultValue = "full"))
                    @RestQuery
                    String update,
            @Parameter(description = "What changed against the release before, for readers.") @RestQuery
                    String changeNote,
            @Parameter(
                            description = "When the file was taken from its publisher; now when absent.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String retrievedAt,
            @Parameter(
                            description = "Once approved, the release waits until then; without it, it does not wait.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String embargoUntil,
            @Parameter(description = "How many rows of data the file has; the file is refused when it has not as many.")
                    @RestQuery
                    String controlRows,
            @Parameter(
                            description =
                                    "Sum of all values of the file, with a point; the file is refused when it differs.")
                    @RestQuery
                    String controlSum,
            @Parameter(
                            description =
                                    "Digest of the body (RFC 9530), sha-256 or sha-512; the file is refused when it"
                                            + " differs.")
                    @RestHeader("Content-Digest")
                    String contentDigest,
            @Parameter(description = "The same key with the same request gives the first answer again.")
                    @RestHeader("Idempotency-Key")
                    String idempotencyKey,
            @RestHeader("Accept-Language") String acceptLanguage,
            InputStream body)
            throws SQLException {
        Parameters parameters = new Parameters();
        Instant retrieved = parameters.instant("retrievedAt", retrievedAt);
        String digest = parameters.matching("Content-Digest", contentDigest, ContentDigest.FORM);
        String rows = parameters.matching("controlRows", controlRows, COUNT);
        String sum = parameters.matching("controlSum", controlSum, DECIMAL);
        NewImport asked = new NewImport(
                id,
                parameters.text("profile", parameters.required("profile", profile), 60),
                parameters.oneOf("status", status, NewImport.Status.class, NewImport.Status.PROVISIONAL),
                parameters.oneOf("mode", mode, NewImport.Mode.class, NewImport.Mode.load),
                parameters.oneOf("atomic", atomic, NewImport.Atomic.class, NewImport.Atomic.all),
                parameters.oneOf("update", update, Update.class, Update.full),
                parameters.text("changeNote", changeNote, 2000),
                retrieved == null ? clock.instant() : retrieved,
                parameters.instant("embargoUntil", embargoUntil),
                digest == null ? null : ContentDigest.parse(digest),
                new NewImport.ControlTotals(
                        rows == null ? null : Long.valueOf(rows), sum == null ? null : new BigDecimal(sum)),
                parameters.matching("Idempotency-Key", idempotencyKey, IDEMPOTENCY_KEY),
                permissions.principal(),
                permissions.bindings());
        parameters.check();
        Locale language = Language.preferred(acceptLanguage);
        try {
            if (asked.mode() == NewImport.Mode.validate) {
                return RestResponse.ok(
                        ImportView.of(intake.validate(asked, body, OutputStream.nullOutputStream()), language));
            }
            UUID taken = intake.submit(asked, body);
            return RestResponse.ResponseBuilder.<ImportView>accepted()
                    .header(HttpHeaders.LOCATION, "/v1/imports/" + taken)
                    .entity(ImportView.of(imports.get(taken), language))
                    .build();
        } catch (IOException brokenOff) {
            throw new ProblemException(IngestProblem.BODY_INCOMPLETE);
        }
    }
}
