package cl.observatory.query.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/indicators")
@Tag(name = "Reference")
@RunOnVirtualThread
public class IndicatorResource {

    private final Indicators indicators;

    IndicatorResource(Indicators indicators) {
        this.indicators = indicators;
    }

    @Schema(name = "IndicatorList")
    public record IndicatorList(List<IndicatorView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "listIndicators", summary = "The indicators")
    @APIResponse(responseCode = "200", description = "All of them.")
    public IndicatorList list() {
        return new IndicatorList(
                indicators.list().stream().map(IndicatorView::of).toList());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getIndicator", summary = "One indicator with its formula")
    @APIResponse(responseCode = "200", description = "The indicator.")
    public IndicatorView get(@RestPath String code) {
        return IndicatorView.of(indicators.get(code));
    }
}
