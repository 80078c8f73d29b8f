package cl.observatory.query.observation;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterStyle;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** The parameters of an SDMX data query besides its path. */
public final class SdmxQuery {

    private static final String FILTER = "c[";
    private static final String END_OF_FILTER = "]";

    @Parameter(
            description = "Answer as the observatory would have answered at this instant.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @RestQuery
    String asOf;

    @Parameter(
            description = "Only observations that are not as they would have been answered at this instant. Not later "
                    + "than asOf.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @RestQuery
    String updatedAfter;

    @Parameter(
            description = "TIME_PERIOD for series, AllDimensions for observations that stand alone.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"TIME_PERIOD", "AllDimensions"},
                            defaultValue = "TIME_PERIOD"))
    @RestQuery
    String dimensionAtObservation;

    @Parameter(
            description = "Which attributes are told: dsd or all, dataset, series, obs, msd, none, or ids; several are "
                    + "parted by commas.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "dsd"))
    @RestQuery
    String attributes;

    @Parameter(
            description = "Whether the measure is told.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"all", "none", "OBS_VALUE"},
                            defaultValue = "all"))
    @RestQuery
    String measures;

    @Parameter(
            description = "Earlier releases do not come together in one message: asOf asks for one.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"false"},
                            defaultValue = "false"))
    @RestQuery
    String includeHistory;

    @Parameter(
            description = "Instead of the header Accept.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"sdmx-json", "sdmx-csv"},
                            defaultValue = "sdmx-json"))
    @RestQuery
    String format;

    @RestHeader("Accept-Language")
    String acceptLanguage;

    @Context
    HttpHeaders headers;

    @Parameter(
            name = "c",
            in = ParameterIn.QUERY,
            description =
                    "Filters by component, each once: c[CRIME_CLASS]=40101,40102 or "
                            + "c[TIME_PERIOD]=ge:2018+le:2025. Dimensions are compared with eq, time with eq, ge, gt, le and lt.",
            style = ParameterStyle.DEEPOBJECT,
            explode = Explode.TRUE,
            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = String.class))
    @Context
    UriInfo address;

    /** Filters by the id of their component, as they were written. */
    Map<String, String> filters() {
        Map<String, String> filters = new TreeMap<>();
        address.getQueryParameters().forEach((name, values) -> {
            if (name.startsWith(FILTER) && name.endsWith(END_OF_FILTER)) {
                filters.put(name.substring(FILTER.length(), name.length() - 1), values.getFirst());
            }
        });
        return filters;
    }
}
