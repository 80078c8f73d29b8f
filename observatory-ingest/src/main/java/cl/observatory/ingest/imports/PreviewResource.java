package cl.observatory.ingest.imports;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.ingest.profile.Profiles;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/datasets/{id}/profiles")
@Tag(name = "Load")
@RunOnVirtualThread
public class PreviewResource {

    private static final int DEFAULT_ROWS = 20;
    private static final int MAX_ROWS = 200;

    private final Profiles profiles;
    private final FileReadings readings;

    PreviewResource(Profiles profiles, FileReadings readings) {
        this.profiles = profiles;
        this.readings = readings;
    }

    @POST
    @Path("/preview")
    @RolesAllowed("data:write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewProfile",
            summary = "Try a profile on a small file",
            description = "Shows the first rows as they would be read. Neither profile nor file is kept.")
    @APIResponse(responseCode = "200", description = "The first rows, and what is wrong with them.")
    public PreviewView preview(
            @RestPath String id,
            @Parameter(description = "How many rows of data to read.") @RestQuery String rows,
            @RestHeader("Accept-Language") String acceptLanguage,
            @NotNull @Valid NewPreview body) {
        return seen(profiles.trial(id, body.profile()), new ByteArrayInputStream(body.bytes()), rows, acceptLanguage);
    }

    @POST
    @Path("/{name}/preview")
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
    @Operation(
            operationId = "previewFile",
            summary = "Try a stored profile on a file",
            description = "The body is the file, of any size and format. Shows the first rows as they would be read.")
    @APIResponse(responseCode = "200", description = "The first rows, and what is wrong with them.")
    public PreviewView previewFile(
            @RestPath String id,
            @RestPath String name,
            @Parameter(description = "How many rows of data to read.") @RestQuery String rows,
            @RestHeader("Accept-Language") String acceptLanguage,
            InputStream body) {
        return seen(profiles.getLatest(id, name), body, rows, acceptLanguage);
    }

    private PreviewView seen(Profiles.Reading reading, InputStream file, String rows, String acceptLanguage) {
        Parameters parameters = new Parameters();
        int shown = parameters.integer("rows", rows, 1, MAX_ROWS, DEFAULT_ROWS);
        parameters.check();
        try {
            return PreviewView.of(readings.preview(reading).read(file, shown), Language.preferred(acceptLanguage));
        } catch (IOException brokenOff) {
            throw new ProblemException(IngestProblem.BODY_INCOMPLETE);
        }
    }
}
