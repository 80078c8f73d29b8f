package cl.observatory.problem;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Writes the problem document into a service's OpenAPI contract: every operation answers with one when it refuses. */
public class ProblemContract implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String ERROR = "ProblemError";

    /** Forms of the library's own, which {@link ProblemRenderer} replaces. */
    private static final List<String> REPLACED = List.of("HttpProblem", "HttpValidationProblem", "Violation");

    @Override
    public Operation filterOperation(Operation operation) {
        List<String> refusals = operation.getResponses().getAPIResponses().keySet().stream()
                .filter(status -> status.startsWith("4") || status.startsWith("5"))
                .toList();
        refusals.forEach(operation.getResponses()::removeAPIResponse);
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("Refused, or failed. The code says why.")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType().schema(reference(PROBLEM)))));
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        REPLACED.forEach(document.getComponents()::removeSchema);
        document.getComponents().addSchema(PROBLEM, problem()).addSchema(ERROR, error());
    }

    private static Schema problem() {
        return object(
                "What was refused and why (RFC 9457).",
                Map.of(
                        "type", text("Where the problem is described."),
                        "title", text("What it is, in the caller's language."),
                        "status", OASFactory.createSchema().addType(SchemaType.INTEGER),
                        "detail", text("What it is about this time."),
                        "instance", text("The path that was asked for."),
                        "code", text("Stable; what a program should look at."),
                        "requestId", text("What to name when asking for help."),
                        "errors",
                                OASFactory.createSchema()
                                        .addType(SchemaType.ARRAY)
                                        .items(reference(ERROR))
                                        .description("What was wrong, thing by thing.")));
    }

    private static Schema error() {
        return object(
                "One thing that was wrong: with a parameter, a place in the body, or rows of a file.",
                Map.of(
                        "parameter", text("Name of the parameter or header."),
                        "pointer", text("JSON pointer into the body."),
                        "row",
                                OASFactory.createSchema()
                                        .addType(SchemaType.INTEGER)
                                        .description("Line of the file where the first such row begins."),
                        "column", text("Header of the column of the file."),
                        "code", text("Stable; what a program should look at."),
                        "message", text("In the caller's language."),
                        "hint", text("What to send instead."),
                        "value", text("The text that was read."),
                        "rows",
                                OASFactory.createSchema()
                                        .addType(SchemaType.ARRAY)
                                        .items(OASFactory.createSchema().addType(SchemaType.INTEGER))
                                        .description("Lines of the first such rows."),
                        "occurrences",
                                OASFactory.createSchema()
                                        .addType(SchemaType.INTEGER)
                                        .description("How many rows there are of this cause.")));
    }

    private static Schema object(String description, Map<String, Schema> properties) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
        properties.keySet().stream().sorted().forEach(name -> schema.addProperty(name, properties.get(name)));
        return schema;
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
