package cl.observatory.query.indicator;

import cl.observatory.events.reference.DatasetDefined;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.dataset.Datasets;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Datasets datasets;

    IndicatorResource(Indicators indicators, Datasets datasets) {
        this.indicators = indicators;
        this.datasets = datasets;
    }

    @Schema(name = "IndicatorList")
    public record IndicatorList(List<IndicatorView> items) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "listIndicators", summary = "The indicators")
    @APIResponse(responseCode = "200", description = "All of them.")
    public IndicatorList list() {
        Map<String, DatasetDefined> known = known();
        return new IndicatorList(indicators.list().stream()
                .map(indicator -> IndicatorView.of(indicator, known))
                .toList());
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("data:read")
    @Operation(operationId = "getIndicator", summary = "One indicator with its formula and its documentation")
    @APIResponse(responseCode = "200", description = "The indicator.")
    public IndicatorView get(@RestPath String code) {
        return IndicatorView.of(
                indicators.get(Parameters.formed(QueryProblem.INVALID_QUESTION, "code", code, Indicators.CODE)),
                known());
    }

    private Map<String, DatasetDefined> known() {
        return datasets.list().stream().collect(Collectors.toMap(DatasetDefined::id, Function.identity()));
    }
}
