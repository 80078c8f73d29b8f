package cl.observatory.query.series;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/series")
@Tag(name = "Ask")
@RunOnVirtualThread
public class SeveralSeriesResource {

    private static final int MOST_INDICATORS = 10;

    private final Indicators indicators;
    private final Territories territories;
    private final Periods periods;
    private final SeriesAnswers answers;

    SeveralSeriesResource(Indicators indicators, Territories territories, Periods periods, SeriesAnswers answers) {
        this.indicators = indicators;
        this.territories = territories;
        this.periods = periods;
        this.answers = answers;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getSeveralSeries",
            summary = "Several indicators over time, side by side",
            description = "Each indicator is answered for itself, as by its own series. Nothing is computed over them.")
    @APIResponse(responseCode = "200", description = "The values, indicator by indicator.")
    public SeveralSeriesView get(
            @Parameter(
                            required = true,
                            description =
                                    "Codes of at most 10 indicators, parted by commas. One that does not exist is a "
                                            + "warning.",
                            example = "DRUG_LAW_RATE,DMCS_RATE")
                    @RestQuery
                    String indicator,
            @BeanParam SeriesParameters asked,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Parameters parameters = new Parameters();
        List<String> codes = indicators(parameters, parameters.required("indicator", indicator));
        SeriesQuestion question = asked.read(parameters, periods);
        parameters.check(QueryProblem.INVALID_QUESTION);
        return answer(codes, question, Language.preferred(acceptLanguage));
    }

    private SeveralSeriesView answer(List<String> codes, SeriesQuestion question, Locale language) {
        TerritorySelection selection = TerritorySelection.of(territories, question.territories());
        Map<IndicatorDefined, PeriodRange> ranges = new LinkedHashMap<>();
        List<Warning> unknown = new ArrayList<>();
        for (String code : codes) {
            indicators
                    .find(code)
                    .ifPresentOrElse(
                            found -> ranges.put(found, answers.range(found, question)),
                            () -> unknown.add(Warning.of(WarningCode.UNKNOWN_INDICATOR, language, code)));
        }
        checkValues(selection, ranges);
        return new SeveralSeriesView(
                ranges.entrySet().stream()
                        .map(asked -> answers.answer(asked.getKey(), selection, asked.getValue(), question, language))
                        .toList(),
                unknown);
    }

    /** All indicators together have no more values than one may have. */
    private static void checkValues(TerritorySelection selection, Map<IndicatorDefined, PeriodRange> ranges) {
        long values = ranges.values().stream()
                        .mapToLong(range -> range.periods().size())
                        .sum()
                * selection.found().size();
        if (values > Measures.MOST_VALUES) {
            Parameters parameters = new Parameters();
            parameters.refuse("period", "TOO_MANY_VALUES", Integer.toString(Measures.MOST_VALUES));
            parameters.check(QueryProblem.INVALID_QUESTION);
        }
    }

    private static List<String> indicators(Parameters parameters, String value) {
        if (value == null) {
            return List.of();
        }
        Set<String> codes = new LinkedHashSet<>(List.of(value.split(",", -1)));
        if (codes.size() > MOST_INDICATORS) {
            parameters.refuse("indicator", "TOO_MANY", Integer.toString(MOST_INDICATORS));
            return List.of();
        }
        codes.forEach(code -> parameters.matching("indicator", code, Indicators.CODE));
        return List.copyOf(codes);
    }
}
