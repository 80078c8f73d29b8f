package cl.observatory.query.series;

import cl.observatory.events.time.Frequency;
import cl.observatory.problem.Parameters;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.measure.Window;
import cl.observatory.query.territory.Boundaries;
import cl.observatory.query.territory.TerritorySelection;
import cl.observatory.query.time.Periods;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** What is asked of series: the same of one indicator and of several. */
public class SeriesParameters {

    private static final String COUNTRY = "CL";
    private static final int MOST_TERRITORIES = 100;
    private static final int MOST_PERIODS = 24;
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

    @Parameter(
            description = "Codes of territories of any level, parted by commas; the country when left out.",
            example = "13127,13")
    @RestQuery
    public String territory;

    @Parameter(
            description =
                    "2024, 2018..2024, 2024-S1, 2024-Q1..2024-Q4, 2024-01..2024-12, last12Months or last5Years; as "
                            + "long as the periods of the data set or longer. When left out, all years of the data set's release, "
                            + "or all its periods when values are never added up.",
            example = "2018..2024")
    @RestQuery
    public String period;

    @Parameter(
            description = "Answer as the observatory would have answered at this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @RestQuery
    public String asOf;

    @Parameter(
            description = "Whether changes are told across breaks too, where the two values are not of the same thing.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RestQuery
    public String allowBreak;

    @Parameter(
            description = "Length of the periods, A, S, Q or M, where the period is given in longer ones or left out: "
                    + "2020..2024 by Q is 2020-Q1..2024-Q4. No shorter than those of the data set.",
            schema = @Schema(implementation = Frequency.class))
    @RestQuery
    public String frequency;

    @Parameter(
            description =
                    "Moving sums: of how many periods, those that end with the one named, each value is made. With "
                            + "12 and months, of a year that ends in any month. Only of what adds up.",
            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "1", minimum = "1", maximum = "24"))
    @RestQuery
    public String window;

    @Parameter(
            description = "Whether rates are multiplied up to a year: times 12, divided by the months of the period or "
                    + "window. They are marked E then. What is not a rate stays as it is.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RestQuery
    public String annualise;

    @Parameter(
            description = "What each value is compared with: the value before it in the answer, or that of the same "
                    + "period of the year before, which is read even where it is not shown.",
            schema = @Schema(implementation = ChangeFrom.class, defaultValue = "previous"))
    @RestQuery
    public String change;

    @Parameter(
            description = "In which division of the country the past is told.",
            schema = @Schema(implementation = Boundaries.class, defaultValue = "current"))
    @RestQuery
    public String boundaries;

    @Parameter(
            description =
                    "Only values that are not as they would have been answered at this instant, in themselves or in "
                            + "what they are made of. Not later than asOf.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @RestQuery
    public String updatedAfter;

    /** Faults go to the parameters. */
    SeriesQuestion read(Parameters parameters, Periods periods) {
        Instant instant = parameters.instant("asOf", asOf);
        SeriesQuestion question = new SeriesQuestion(
                TerritorySelection.codes(
                        parameters, "territory", territory == null ? COUNTRY : territory, MOST_TERRITORIES),
                periods.read(parameters, "period", period),
                instant,
                isTrue(parameters, "allowBreak", allowBreak),
                form(parameters, instant));
        question.checkFrequency(parameters);
        return question;
    }

    private SeriesForm form(Parameters parameters, Instant instant) {
        boolean annualised = isTrue(parameters, "annualise", annualise);
        return new SeriesForm(
                parameters.oneOf("frequency", frequency, Frequency.class, null),
                new Window(parameters.integer("window", window, 1, MOST_PERIODS, 1), annualised),
                parameters.oneOf("change", change, ChangeFrom.class, ChangeFrom.previous),
                parameters.oneOf("boundaries", boundaries, Boundaries.class, Boundaries.current),
                Updates.read(parameters, updatedAfter, instant));
    }

    private static boolean isTrue(Parameters parameters, String name, String value) {
        return "true".equals(parameters.matching(name, value, TRUE_OR_FALSE));
    }
}
