package cl.observatory.ingest.annotation;

import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
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
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/annotations")
@Tag(name = "Load")
@RunOnVirtualThread
public class AnnotationResource {

    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,9}\"");

    private final Annotations annotations;

    AnnotationResource(Annotations annotations) {
        this.annotations = annotations;
    }

    @Schema(name = "PendingAnnotations")
    public record PendingList(List<OwnedAnnotationView> items) {}

    @POST
    @RolesAllowed("data:write")
    @ResponseStatus(201)
    @Operation(
            operationId = "annotate",
            summary = "Say something beside a published figure of one's own territory",
            description =
                    "By a caller who is bound to an organization whose territories include the one that the figure "
                            + "is of. It is shown once somebody of another organization has said so. The figure does not change.")
    @APIResponse(
            responseCode = "201",
            description = "Taken; it waits for somebody of another organization.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OwnedAnnotationView.class)))
    public RestResponse<OwnedAnnotationView> annotate(@NotNull @Valid NewAnnotation body) {
        OwnedAnnotationView taken = OwnedAnnotationView.of(annotations.submit(body));
        return RestResponse.ResponseBuilder.<OwnedAnnotationView>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, "/v1/annotations/" + taken.id())
                .tag(Integer.toString(taken.version()))
                .entity(taken)
                .build();
    }

    @GET
    @Path("/pending")
    @RolesAllowed("data:approve")
    @Operation(operationId = "listPendingAnnotations", summary = "Annotations that wait for a decision")
    @APIResponse(responseCode = "200", description = "The oldest first, at most a thousand.")
    public PendingList pending() {
        return new PendingList(
                annotations.pending().stream().map(OwnedAnnotationView::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getAnnotation", summary = "An annotation with all its versions and decisions")
    @APIResponse(responseCode = "200", description = "The annotation; its last version is in the ETag.")
    public RestResponse<OwnedAnnotationView> get(@RestPath UUID id) {
        return answer(annotations.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("data:write")
    @Operation(
            operationId = "rewordAnnotation",
            summary = "Say it anew",
            description = "The new version waits in its turn; the one that is shown stays until then. All are kept.")
    @APIResponse(responseCode = "200", description = "Taken; it waits for somebody of another organization.")
    public RestResponse<OwnedAnnotationView> reword(
            @RestPath UUID id,
            @Parameter(required = true, description = "Last version that the caller saw, in quotes.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewAnnotation.Wording body) {
        Parameters parameters = new Parameters();
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        if (etag == null) {
            throw new ProblemException(
                    IngestProblem.VERSION_REQUIRED,
                    annotations.get(id).annotation().lastVersion());
        }
        return answer(annotations.reword(id, body, Long.parseLong(etag.substring(1, etag.length() - 1))));
    }

    @POST
    @Path("/{id}/moderation")
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "moderateAnnotation",
            summary = "Publish or reject the version that waits",
            description = "By somebody of another organization than the one that wrote it.")
    @APIResponse(responseCode = "200", description = "Decided.")
    public OwnedAnnotationView moderate(@RestPath UUID id, @NotNull @Valid NewModeration body) throws SQLException {
        return OwnedAnnotationView.of(annotations.moderate(id, body));
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed("data:write")
    @Operation(
            operationId = "withdrawAnnotation",
            summary = "Take back what is shown, and what waits",
            description = "By the organization that wrote it. Nothing is deleted; readers no longer see it.")
    @APIResponse(responseCode = "200", description = "Withdrawn.")
    public OwnedAnnotationView withdraw(@RestPath UUID id) throws SQLException {
        return OwnedAnnotationView.of(annotations.withdraw(id));
    }

    private static RestResponse<OwnedAnnotationView> answer(Annotations.Status status) {
        OwnedAnnotationView view = OwnedAnnotationView.of(status);
        return RestResponse.ResponseBuilder.ok(view)
                .tag(Integer.toString(view.version()))
                .build();
    }
}
