package cl.observatory.query.answer;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes what {@link EntityTags} does into the contract of every operation. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class EntityTagContract implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer == null) {
            return operation;
        }
        answer.addHeader(HttpHeaders.ETAG, header("Strong tag; it changes whenever the answer does."));
        answer.addHeader(HttpHeaders.CACHE_CONTROL, header("Whether the answer may be stored."));
        operation
                .getResponses()
                .addAPIResponse(
                        "304",
                        OASFactory.createAPIResponse().description("The answer is the one that the caller named."));
        return operation.addParameter(OASFactory.createParameter()
                .name(HttpHeaders.IF_NONE_MATCH)
                .in(Parameter.In.HEADER)
                .description("Tags of answers that the caller has.")
                .schema(text()));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
