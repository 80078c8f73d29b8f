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
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/indicators/{code}/series")
@Tag(name = "Ask")
@RunOnVirtualThread
public class SeriesResource {

    static final int MOST_TERRITORIES = 100;
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

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
            @Parameter(
                            description =
                                    "Codes of territories of any level, parted by commas; the country when left out.",
                            example = "13127,13")
                    @RestQuery
                    String territory,
            @Parameter(
                            description =
                                    "2024, 2018..2024, 2024-S1, 2024-Q1..2024-Q4, 2024-01..2024-12, last12Months or "
                                            + "last5Years; as long as the periods of the data set or longer. When left "
                                            + "out, all "
                                            + "years of the data set's release, or all its periods when values are never "
                                            + "added up.",
                            example = "2018..2024")
                    @RestQuery
                    String period,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
            @Parameter(
                            description =
                                    "Whether changes are told across breaks too, where the two values are not of the "
                                            + "same thing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String allowBreak,
            @BeanParam SeriesParameters form,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        parameters.matching("code", code, Indicators.CODE);
        List<String> codes = TerritorySelection.codes(
                parameters, "territory", territory == null ? "CL" : territory, MOST_TERRITORIES);
        Instant instant = parameters.instant("asOf", asOf);
        SeriesQuestion question = new SeriesQuestion(
                codes,
                periods.read(parameters, "period", period),
                instant,
                "true".equals(parameters.matching("allowBreak", allowBreak, TRUE_OR_FALSE)),
                form.read(parameters, instant));
        question.checkFrequency(parameters);
        parameters.check(QueryProblem.INVALID_QUESTION);

        IndicatorDefined indicator = indicators.get(code);
        return answers.answer(
                indicator,
                TerritorySelection.of(territories, codes),
                answers.range(indicator, question),
                question,
                Language.preferred(acceptLanguage));
    }
}
