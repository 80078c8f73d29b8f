package cl.observatory.query.series;

import cl.observatory.events.time.Frequency;
import cl.observatory.problem.Parameters;
import cl.observatory.query.measure.Updates;
import cl.observatory.query.measure.Window;
import cl.observatory.query.territory.Boundaries;
import java.time.Instant;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters by which series are made and compared, the same for one indicator and for several. */
public class SeriesParameters {

    private static final int MOST_PERIODS = 24;
    private static final Pattern TRUE_OR_FALSE = Pattern.compile("true|false");

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

    SeriesForm read(Parameters parameters, Instant asOf) {
        String annualised = parameters.matching("annualise", annualise, TRUE_OR_FALSE);
        return new SeriesForm(
                parameters.oneOf("frequency", frequency, Frequency.class, null),
                new Window(parameters.integer("window", window, 1, MOST_PERIODS, 1), "true".equals(annualised)),
                parameters.oneOf("change", change, ChangeFrom.class, ChangeFrom.previous),
                parameters.oneOf("boundaries", boundaries, Boundaries.class, Boundaries.current),
                Updates.read(parameters, updatedAfter, asOf));
    }
}
