package cl.observatory.ingest.profile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.security.Principal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/datasets/{id}/profiles")
@Tag(name = "Load")
@RunOnVirtualThread
public class ProfileResource {

    private final Profiles profiles;
    private final Principal principal;

    ProfileResource(Profiles profiles, Principal principal) {
        this.profiles = profiles;
        this.principal = principal;
    }

    @POST
    @RolesAllowed("data:write")
    @ResponseStatus(201)
    @Operation(
            operationId = "defineProfile",
            summary = "Store an import profile",
            description =
                    "A changed profile becomes the next version of its name; an equal one is the version that is there.")
    @APIResponse(
            responseCode = "201",
            description = "Stored.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProfileView.class)))
    public ProfileView define(@RestPath String id, @NotNull @Valid ImportProfile body) {
        return ProfileView.of(profiles.define(id, body, principal.getName()));
    }
}
