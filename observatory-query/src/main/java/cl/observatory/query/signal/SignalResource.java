package cl.observatory.query.signal;

import cl.observatory.events.time.Frequency;
import cl.observatory.events.time.Period;
import cl.observatory.problem.Language;
import cl.observatory.problem.Parameters;
import cl.observatory.query.QueryProblem;
import cl.observatory.query.answer.Cursor;
import cl.observatory.query.answer.Format;
import cl.observatory.query.answer.Page;
import cl.observatory.query.answer.Warning;
import cl.observatory.query.answer.WarningCode;
import cl.observatory.query.territory.Territories;
import cl.observatory.query.territory.Territories.Territory;
import cl.observatory.query.territory.TerritoryLevel;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.PeriodRange;
import cl.observatory.query.time.Periods;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/signals")
@Tag(name = "Ask")
@RunOnVirtualThread
public class SignalResource {

    private static final Pattern CATEGORY = Pattern.compile("[A-Z][A-Z0-9_]{1,49}");
    private static final Pattern OFFSET = Pattern.compile("[0-9]{1,6}");
    private static final Set<Format> FORMS = EnumSet.of(Format.json, Format.csv);
    private static final int MOST_TERRITORIES = 50;
    private static final int MOST_CATEGORIES = 50;
    private static final int MOST_VALUES = 50_000;

    private final Signals signals;
    private final Territories territories;
    private final Periods periods;

    SignalResource(Signals signals, Territories territories, Periods periods) {
        this.signals = signals;
        this.territories = territories;
        this.periods = periods;
    }

    @GET
    @RolesAllowed("data:read")
    @Operation(
            operationId = "getSignals",
            summary = "What communities reported, in closed months",
            description =
                    "Each count of a commune, a category and a month has noise and is told as a band; regions, longer "
                            + "periods and groups are sums of the lower ends of such bands, and of nothing else. A month is closed a "
                            + "week after its end at the earliest, and never revised. JSON comes in pages; CSV comes whole.")
    @APIResponse(
            responseCode = "200",
            description = "Signals.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SignalsView.class)),
                @Content(mediaType = Format.CSV, schema = @Schema(type = SchemaType.STRING))
            })
    @Produces({MediaType.APPLICATION_JSON, Format.CSV})
    public RestResponse<Object> get(
            @Parameter(
                            description = "Codes of territories, parted by commas; at most 50.",
                            schema = @Schema(defaultValue = "CL"),
                            example = "13101,13")
                    @RestQuery
                    String territory,
            @Parameter(
                            description = "The territories of this level within those, in their place.",
                            schema = @Schema(implementation = TerritoryLevel.class))
                    @RestQuery
                    String level,
            @Parameter(
                            description =
                                    "Codes of categories, or of groups of them, parted by commas; every category when it "
                                            + "is left out.",
                            example = "EXTORTION")
                    @RestQuery
                    String category,
            @Parameter(
                            description =
                                    "Periods: 2026-10, 2026-01..2026-10, 2026, last12Months. Of a period longer than a "
                                            + "month, the months that were closed.",
                            schema = @Schema(defaultValue = "last12Months"))
                    @RestQuery
                    String period,
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
                            description = "Instead of the header Accept.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"json", "csv"},
                                            defaultValue = "json"))
                    @RestQuery
                    String format,
            @RestHeader("Accept-Language") String acceptLanguage,
            @Context HttpHeaders headers) {
        Parameters parameters = new Parameters();
        List<String> places = TerritorySelection.codes(
                parameters, "territory", territory == null ? "CL" : territory, MOST_TERRITORIES);
        TerritoryLevel only = parameters.oneOf("level", level, TerritoryLevel.class, null);
        List<String> categories = categories(parameters, category);
        PeriodRange range = periods.read(parameters, "period", period == null ? "last12Months" : period);
        Instant instant = parameters.instant("asOf", asOf);
        int most = parameters.integer("limit", limit, 1, 1000, 50);
        Format form = Format.of(parameters, format, headers, FORMS);
        form.refusePages(parameters, limit, cursor);
        parameters.check(QueryProblem.INVALID_QUESTION);

        TerritorySelection asked = TerritorySelection.of(territories, places);
        SignalQuestion question = new SignalQuestion(
                only == null ? asked.codes() : within(asked, only),
                categories,
                range,
                instant == null ? null : periods.dayOf(instant));
        if (signals.values(question) > MOST_VALUES) {
            parameters.refuse("period", "TOO_MANY_VALUES", MOST_VALUES);
            parameters.check(QueryProblem.INVALID_QUESTION);
        }
        Signals.Answer answer = signals.answer(question);
        Object found = form == Format.csv
                ? SignalFile.csv(answer.signals())
                : new Paged(question, answer, most, cursor, parameters)
                        .view(instant, warnings(asked, answer, range, Language.preferred(acceptLanguage)));
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** A page of an answer, which is bound to the months that the answer was made of. */
    private record Paged(
            SignalQuestion question, Signals.Answer answer, int most, String cursor, Parameters parameters) {

        SignalsView view(Instant asOf, List<Warning> warnings) {
            Cursor place = new Cursor(question, answer.months());
            List<String> from = place.read(parameters, cursor, OFFSET);
            parameters.check(QueryProblem.INVALID_QUESTION);
            int offset = from.isEmpty() ? 0 : Integer.parseInt(from.getFirst());
            int next = offset + most;
            Page page = new Page(most, next < answer.signals().size() ? place.write(Integer.toString(next)) : null);
            return SignalsView.of(question, asOf, answer, Page.slice(answer.signals(), offset, most), page, warnings);
        }
    }

    private static List<String> categories(Parameters parameters, String value) {
        if (value == null) {
            return List.of();
        }
        List<String> codes = List.of(value.split(",", -1));
        if (codes.size() > MOST_CATEGORIES) {
            parameters.refuse("category", "TOO_MANY", Integer.toString(MOST_CATEGORIES));
            return List.of();
        }
        codes.forEach(code -> parameters.matching("category", code, CATEGORY));
        return codes.stream().distinct().toList();
    }

    private List<String> within(TerritorySelection asked, TerritoryLevel level) {
        return asked.codes().stream()
                .flatMap(code -> territories.within(code, level, periods.today()).stream())
                .map(Territory::code)
                .distinct()
                .toList();
    }

    private static List<Warning> warnings(
            TerritorySelection asked, Signals.Answer answer, PeriodRange range, Locale language) {
        List<Warning> warnings = new ArrayList<>();
        asked.unknown().forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_TERRITORY, language, code)));
        answer.unknown().forEach(code -> warnings.add(Warning.of(WarningCode.UNKNOWN_CODE, language, code)));
        Period last = range.in(Frequency.M).last();
        boolean isOpen =
                answer.months().stream().noneMatch(month -> month.month().equals(last.start()));
        if (isOpen) {
            warnings.add(Warning.of(WarningCode.MONTHS_NOT_CLOSED, language));
        }
        if (!answer.signals().isEmpty()) {
            warnings.add(Warning.of(WarningCode.COMMUNITY_SIGNALS, language));
            warnings.add(Warning.of(WarningCode.NOISED_COUNTS, language));
        }
        if (answer.signals().stream().anyMatch(Signal::isTotal)) {
            warnings.add(Warning.of(WarningCode.TOTALS_AT_LEAST, language));
        }
        return warnings;
    }
}
