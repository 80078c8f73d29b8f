package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.access.Permissions;
import cl.observatory.ingest.release.Update;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/datasets/{id}/imports/fetch")
@Tag(name = "Load")
@RunOnVirtualThread
public class FetchResource {

    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[!-~]{8,200}");

    private final Fetches fetches;
    private final Imports imports;
    private final Permissions permissions;
    private final Clock clock;

    FetchResource(Fetches fetches, Imports imports, Permissions permissions, Clock clock) {
        this.fetches = fetches;
        this.imports = imports;
        this.permissions = permissions;
        this.clock = clock;
    }

    @POST
    @RolesAllowed("data:write")
    @ResponseStatus(202)
    @Operation(
            operationId = "fetchFile",
            summary = "Have a file of observations fetched from its publisher",
            description = "Only from hosts that the observatory allows, which by default are none. Redirections are "
                    + "followed within those hosts. The file is read like one that is sent; when it does not come whole, "
                    + "nothing is kept.")
    @APIResponse(
            responseCode = "202",
            description = "Fetched and taken; it waits for a second person.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImportView.class)))
    public RestResponse<ImportView> fetch(
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
            @Parameter(description = "The same key with the same request and file gives the first answer again.")
                    @RestHeader("Idempotency-Key")
                    String idempotencyKey,
            @RestHeader("Accept-Language") String acceptLanguage,
            @NotNull @Valid NewFetch body)
            throws SQLException {
        Parameters parameters = new Parameters();
        NewImport asked = new NewImport(
                id,
                parameters.text("profile", parameters.required("profile", profile), 60),
                parameters.oneOf("status", status, NewImport.Status.class, NewImport.Status.PROVISIONAL),
                NewImport.Mode.load,
                parameters.oneOf("atomic", atomic, NewImport.Atomic.class, NewImport.Atomic.all),
                parameters.oneOf("update", update, Update.class, Update.full),
                parameters.text("changeNote", changeNote, 2000),
                clock.instant(),
                null,
                null,
                new NewImport.ControlTotals(null, null),
                parameters.matching("Idempotency-Key", idempotencyKey, IDEMPOTENCY_KEY),
                permissions.principal(),
                permissions.bindings());
        parameters.check();
        try {
            UUID taken = fetches.fetch(asked, body.url());
            return RestResponse.ResponseBuilder.<ImportView>accepted()
                    .header(HttpHeaders.LOCATION, "/v1/imports/" + taken)
                    .entity(ImportView.of(imports.get(taken), Language.preferred(acceptLanguage)))
                    .build();
        } catch (IOException brokenOff) {
            throw new ProblemException(IngestProblem.FETCH_INCOMPLETE);
        }
    }
}
