package cl.observatory.query.series;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1/indicators/{code}/series")
@Tag(name = "Ask")
@RunOnVirtualThread
public class SeriesResource {

    private final Indicators indicators;
    private final Territories territories;
    private final Periods periods;
    private final SeriesAnswers answers;

    SeriesResource(Indicators indicators, Territories territories, Periods periods, SeriesAnswers answers) {
        this.indicators = indicators;
        this.territories = territories;
        this.periods = periods;
        this.answers = answers;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(operationId = "getSeries", summary = "An indicator over time, for one or more territories")
    @APIResponse(responseCode = "200", description = "The values.")
    public SeriesView get(
            @RestPath String code,
            @BeanParam SeriesParameters asked,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        parameters.matching("code", code, Indicators.CODE);
        SeriesQuestion question = asked.read(parameters, periods);
        parameters.check(QueryProblem.INVALID_QUESTION);

        IndicatorDefined indicator = indicators.get(code);
        return answers.answer(
                indicator,
                TerritorySelection.of(territories, question.territories()),
                answers.range(indicator, question),
                question,
                Language.preferred(acceptLanguage));
    }
}
