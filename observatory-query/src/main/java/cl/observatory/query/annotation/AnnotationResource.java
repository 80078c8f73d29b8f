package cl.observatory.query.annotation;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.dataset.Datasets;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.territory.Territories;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/annotations")
@Tag(name = "Reference")
@RunOnVirtualThread
public class AnnotationResource {

    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,6}");

    private final Annotations annotations;

    AnnotationResource(Annotations annotations) {
        this.annotations = annotations;
    }

    @Schema(name = "AnnotationList")
    public record AnnotationList(List<AnnotationView> items, Page page) {}

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "listAnnotations",
            summary = "What organizations say beside figures of their own territories",
            description = "Those that are shown now, of the latest periods first.")
    @APIResponse(responseCode = "200", description = "A page of annotations.")
    public AnnotationList list(
            @Parameter(description = "Code of the territory that the figures are of.", example = "13101") @RestQuery
                    String territory,
            @Parameter(description = "Data set whose figures they are about.") @RestQuery String dataset,
            @Parameter(description = "Indicator whose figures they are about.") @RestQuery String indicator,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            defaultValue = "50",
                                            minimum = "1",
                                            maximum = "1000"))
                    @RestQuery
                    String limit,
            @Parameter(description = "From the page before.") @RestQuery String cursor,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        String area = parameters.matching("territory", territory, Territories.CODE);
        String set = parameters.matching("dataset", dataset, Datasets.ID);
        String code = parameters.matching("indicator", indicator, Indicators.CODE);
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        Cursor place = new Cursor("annotations", territory, dataset, indicator);
        List<String> from = place.read(parameters, cursor, OFFSET);
        parameters.check(QueryProblem.INVALID_QUESTION);

        int offset = from.isEmpty() ? 0 : Integer.parseInt(from.getFirst());
        Locale language = Language.preferred(acceptLanguage);
        List<AnnotationView> found = annotations.list(area, set, code, most + 1, offset).stream()
                .map(annotation -> AnnotationView.of(annotation, language))
                .toList();
        return new AnnotationList(
                Page.slice(found, 0, most),
                new Page(most, found.size() > most ? place.write(Integer.toString(offset + most)) : null));
    }
}
