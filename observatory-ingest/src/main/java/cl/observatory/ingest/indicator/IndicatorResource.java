package cl.observatory.ingest.indicator;

import cl.observatory.events.reference.IndicatorDefined;
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

@Path("/v1/indicators/{code}")
@Tag(name = "Load")
@RunOnVirtualThread
public class IndicatorResource {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+){0,10}");
    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");

    private final Indicators indicators;

    IndicatorResource(Indicators indicators) {
        this.indicators = indicators;
    }

    @PUT
    @RolesAllowed("data:write")
    @Operation(
            operationId = "defineIndicator",
            summary = "Define or change an indicator",
            description = "It answers as soon as it has reached the readers' side; nothing is deployed.")
    @APIResponse(responseCode = "200", description = "Defined; its version is in the ETag.")
    public RestResponse<IndicatorView> define(
            @RestPath String code,
            @Parameter(description = "Version that is to be changed, in quotes; left out when the indicator is new.")
                    @RestHeader("If-Match")
                    String ifMatch,
            @NotNull @Valid NewIndicator body)
            throws SQLException {
        Parameters parameters = new Parameters();
        parameters.matching("code", code, CODE);
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        parameters.check();
        IndicatorDefined indicator = indicators.define(
                code,
                body,
                Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1))));
        return RestResponse.ResponseBuilder.ok(IndicatorView.of(indicator))
                .tag(Long.toString(indicator.version()))
                .build();
    }
}
