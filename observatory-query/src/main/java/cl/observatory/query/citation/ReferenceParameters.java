package cl.observatory.query.citation;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.file.Download;
import cl.observatory.query.release.Releases;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** How a reference is asked for, whatever it names. */
public class ReferenceParameters {

    @Parameter(
            description = "Instead of the header Accept.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"text", "bibtex", "csl-json"},
                            defaultValue = "text"))
    @RestQuery
    public String format;

    @RestHeader("Accept-Language")
    public String acceptLanguage;

    @Context
    public HttpHeaders headers;

    /**
     * Answers with the reference of what an id stands for.
     *
     * @param named finds it, and knows what to say when there is none
     */
    RestResponse<Download> answer(String id, Function<UUID, Reference> named) {
        Parameters parameters = new Parameters();
        parameters.matching("id", id, Releases.ID);
        ReferenceFormat form = ReferenceFormat.of(parameters, format, headers);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return RestResponse.ResponseBuilder.ok(
                        named.apply(UUID.fromString(id)).in(form, Language.preferred(acceptLanguage)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
