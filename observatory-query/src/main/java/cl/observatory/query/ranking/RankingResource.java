package cl.observatory.query.ranking;

import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
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
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/indicators/{code}/ranking")
@Tag(name = "Ask")
@RunOnVirtualThread
public class RankingResource {

    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,6}");

    private final Rankings rankings;
    private final Periods periods;
    private final Sources sources;
    private final Annotations annotations;

    RankingResource(Rankings rankings, Periods periods, Sources sources, Annotations annotations) {
        this.rankings = rankings;
        this.periods = periods;
        this.sources = sources;
        this.annotations = annotations;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getRanking",
            summary = "Territories in the order of an indicator",
            description = "Small territories are left out by default: chance moves their rates most.")
    @APIResponse(responseCode = "200", description = "The ranking.")
    public RankingView get(
            @RestPath String code,
            @Parameter(
                            required = true,
                            description =
                                    "One period, as long as those of the data set or longer: 2024, 2024-S1, 2024-Q1, 2024-03.",
                            example = "2024")
                    @RestQuery
                    String period,
            @Parameter(
                            description = "Level of the territories that are ranked.",
                            schema = @Schema(implementation = TerritoryLevel.class, defaultValue = "commune"))
                    @RestQuery
                    String level,
            @Parameter(
                            description = "Only territories within this one.",
                            schema = @Schema(defaultValue = "CL"),
                            example = "13")
                    @RestQuery
                    String within,
            @Parameter(
                            description = "Least number of people of a ranked territory; applies to rates only.",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "10000", minimum = "0"))
                    @RestQuery
                    String minPopulation,
            @Parameter(
                            description = "Which end comes first.",
                            schema = @Schema(implementation = Ranking.Order.class, defaultValue = "desc"))
                    @RestQuery
                    String order,
            @Parameter(
                            description = "Answer as the observatory would have answered at this instant.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String asOf,
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
            @Parameter(
                            description = "In which division of the country the past is told.",
                            schema = @Schema(implementation = Boundaries.class, defaultValue = "current"))
                    @RestQuery
                    String boundaries,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Locale language = Language.preferred(acceptLanguage);
        Parameters parameters = new Parameters();
        RankingQuestion question = new RankingQuestion.Written(
                        code, period, level, within, minPopulation, order, asOf, boundaries)
                .read(parameters, periods);
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        parameters.check(QueryProblem.INVALID_QUESTION);

        Rankings.Answer answer = rankings.answer(question);
        Cursor place = new Cursor(
                question, answer.indicator().version(), answer.measured().releases());
        List<String> from = place.read(parameters, cursor, OFFSET);
        parameters.check(QueryProblem.INVALID_QUESTION);
        int offset = from.isEmpty() ? 0 : Integer.parseInt(from.getFirst());
        int next = offset + most;
        Page page =
                new Page(most, next < answer.ranking().ranked().size() ? place.write(Integer.toString(next)) : null);
        List<Warning> warnings = new ArrayList<>(answer.warnings(question, language));
        warnings.addAll(sources.warnings(answer.caveats(language).sources(), question.asOf(), language));
        RankingView view = RankingView.of(question, answer, offset, page, language, warnings);
        return view.with(annotations.beside(
                new Annotations.Figures(
                        view.sources().stream().map(SourceView::dataset).toList(),
                        code,
                        view.territories(),
                        question.period().periods(),
                        question.asOf()),
                language));
    }
}
