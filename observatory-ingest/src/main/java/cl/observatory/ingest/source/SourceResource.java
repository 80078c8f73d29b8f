package cl.observatory.ingest.source;

import cl.observatory.events.reference.SourceDefined;
import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/sources/{id}")
@Tag(name = "Load")
@RunOnVirtualThread
public class SourceResource {

    private static final Pattern ID = Pattern.compile("(?=.{3,60}$)" + NewSource.ID);
    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final Sources sources;

    SourceResource(Sources sources) {
        this.sources = sources;
    }

    @PUT
    @RolesAllowed("data:write")
    @Operation(
            operationId = "defineSource",
            summary = "Register or change a publisher whose files are expected",
            description = "From then on readers see when its last file came, whether it is late, and whether its files "
                    + "still have the shape that their profile reads.")
    @APIResponse(responseCode = "200", description = "Registered; its version is in the ETag.")
    public RestResponse<DefinedSourceView> define(
            @RestPath String id,
            @Parameter(description = "Version that is to be changed, in quotes; left out when the source is new.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewSource body)
            throws SQLException {
        Parameters parameters = new Parameters();
        parameters.matching("id", id, ID);
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        SourceDefined source = sources.define(
                id,
                body,
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1))));
        return RestResponse.ResponseBuilder.ok(DefinedSourceView.of(source))
                .tag(Long.toString(source.version()))
                .build();
    }
}
