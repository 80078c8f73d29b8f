package cl.observatory.reports.envelope;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;

/**
 * Marks in the contract the operations whose bodies have one size. The gateway reads the mark, and keeps nothing of a
 * request to such an operation: no id, no line in a log and no time.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class ConfidentialContract implements OASFilter {

    static final String MARK = "x-confidential";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (Map.Entry<String, PathItem> path :
                document.getPaths().getPathItems().entrySet()) {
            if (Envelope.covers(path.getKey())) {
                path.getValue().getOperations().values().forEach(operation -> operation.addExtension(MARK, true));
            }
        }
    }
}
