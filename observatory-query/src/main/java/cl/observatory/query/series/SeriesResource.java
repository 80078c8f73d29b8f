package cl.observatory.query.series;

import cl.observatory.events.reference.IndicatorDefined;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.annotation.Annotations;
import cl.observatory.query.answer.IndicatorRef;
import cl.observatory.query.answer.SourceView;
import cl.observatory.query.indicator.Indicators;
import cl.observatory.query.measure.Caveats;
import cl.observatory.query.measure.MeasureView;
import cl.observatory.query.measure.Measures;
import cl.observatory.query.measure.Span;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.source.Sources;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

    private static final int MOST_TERRITORIES = 100;
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

    private final Indicators indicators;
    private final Territories territories;
    private final Measures measures;
    private final Periods periods;
    private final Sources sources;
    private final Annotations annotations;
    private final Updates updates;

    SeriesResource(
            Indicators indicators,
            Territories territories,
            Measures measures,
            Periods periods,
            Sources sources,
            Annotations annotations,
            Updates updates) {
        this.updates = updates;
        this.indicators = indicators;
        this.territories = territories;
        this.measures = measures;
        this.periods = periods;
        this.sources = sources;
        this.annotations = annotations;
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
                                    "2024, 2018..2024, 2024-01..2024-12, last12Months or last5Years; when left out, all "
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
                                    "Only values that are not as they would have been answered at this instant, in "
                                            + "themselves or in what they are made of. Not later than asOf.",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @RestQuery
                    String updatedAfter,
            @Parameter(
                            description =
                                    "Whether changes are told across breaks too, where the two values are not of the "
                                            + "same thing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String allowBreak,
            @RestHeader("Accept-Language") String acceptLanguage) {
        Locale language = Language.preferred(acceptLanguage);
        Parameters parameters = new Parameters();
        List<String> codes = TerritorySelection.codes(
                parameters, "territory", territory == null ? "CL" : territory, MOST_TERRITORIES);
        Instant instant = parameters.instant("asOf", asOf);
        Instant since = Updates.read(parameters, updatedAfter, instant);
        PeriodRange asked = periods.read(parameters, "period", period);
        String acrossBreaks = parameters.matching("allowBreak", allowBreak, TRUE_OR_FALSE);
        parameters.check(QueryProblem.INVALID_QUESTION);

        IndicatorDefined indicator = indicators.get(code);
        PeriodRange range = asked == null
                ? Span.of(measures.numerator(indicator, instant)).map(Span::all).orElseGet(periods::thisYear)
                : asked;
        TerritorySelection selection = TerritorySelection.of(territories, codes);
        Measures.Measured measured = measures.measure(indicator, selection.found(), range, instant);
        Caveats caveats = new Caveats(indicator, measured, language);
        List<MeasureView> items = SeriesView.items(
                measured,
                "true".equals(acrossBreaks),
                updates.since(
                        indicator,
                        since,
                        then -> measures.measure(indicator, selection.found(), range, then)
                                .measures()));
        return new SeriesView(
                IndicatorRef.of(indicator),
                range.periods().stream().map(Period::toString).toList(),
                instant,
                since,
                items,
                SeriesExplanation.of(indicator.labels(), items, since),
                annotations.beside(
                        new Annotations.Figures(
                                caveats.sources().stream()
                                        .map(SourceView::dataset)
                                        .toList(),
                                code,
                                selection.codes(),
                                range.periods(),
                                instant),
                        language),
                caveats.sources(),
                Stream.concat(
                                caveats.warnings(selection.unknown()).stream(),
                                sources.warnings(caveats.sources(), instant, language).stream())
                        .toList());
    }
}
