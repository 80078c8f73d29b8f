package cl.observatory.ingest.boundary;

import cl.observatory.events.boundary.BoundariesPublished;
import cl.observatory.ingest.IngestProblem;
import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/boundaries/{edition}")
@Tag(name = "Load")
@RunOnVirtualThread
public class BoundaryResource {

    private static final Pattern EDITION = Pattern.compile("(?=.{3,60}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern ETAG = Pattern.compile("\"[0-9]{1,18}\"");
    private static final Pattern URL = Pattern.compile("https?://[!-~]{1,490}");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern CODES = Pattern.compile("[^,]{1,40}(,[^,]{1,40}){0,99}");

    private final Boundaries boundaries;

    BoundaryResource(Boundaries boundaries) {
        this.boundaries = boundaries;
    }

    @GET
    @RolesAllowed({"data:write", "data:approve"})
    @Operation(operationId = "getBoundaries", summary = "An edition of boundaries, as it was published last")
    @APIResponse(responseCode = "200", description = "The edition; its version is in the ETag.")
    public RestResponse<BoundariesView> get(@RestPath String edition) throws SQLException {
        Parameters.formed(IngestProblem.DEFINITION_INVALID, "edition", edition, EDITION);
        return rendered(boundaries.get(edition));
    }

    @PUT
    @RolesAllowed("data:write")
    @Consumes({"application/geo+json", "application/json", "application/gzip"})
    @Operation(
            operationId = "publishBoundaries",
            summary = "Publish or change an edition of boundaries",
            description =
                    "The body is a GeoJSON feature collection (RFC 7946) with a Polygon or MultiPolygon for each commune, "
                            + "plain or gzip. Shapes are rounded to five decimals of a degree and simplified for maps "
                            + "of the country, of a region and of a commune; provinces, regions and the country are made "
                            + "of the communes. Readers see an edition whole or not at all. A fault names the feature "
                            + "that has it, and nothing is kept then.")
    @RequestBody(
            content = {
                @Content(mediaType = "application/geo+json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)),
                @Content(mediaType = "application/gzip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "200", description = "Published; its version is in the ETag.")
    public RestResponse<BoundariesView> publish(
            @RestPath String edition,
            @Parameter(
                            required = true,
                            description = "Name of the property that has the code (CUT) of the commune, as text or "
                                    + "number; lost leading zeros are put back.",
                            example = "cut_com")
                    @RestQuery
                    String codeProperty,
            @Parameter(
                            description = "Values of that property, parted by commas, whose features are left out: "
                                    + "lakes, or zones without demarcation.",
                            example = "0")
                    @RestQuery
                    String ignoredCodes,
            @Parameter(
                            description =
                                    "Whether shapes that cross themselves are mended; otherwise they are refused.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String repair,
            @Parameter(
                            required = true,
                            description = "First day that the boundaries are of.",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String validFrom,
            @Parameter(required = true, description = "Institution that drew them.") @RestQuery String publisher,
            @Parameter(required = true, description = "The publisher's own title.") @RestQuery String title,
            @Parameter(required = true, description = "Under which they may be shown.", example = "CC-BY-4.0")
                    @RestQuery
                    String licence,
            @Parameter(description = "What a map that shows them has to say.") @RestQuery String attribution,
            @Parameter(
                            description = "Where the publisher offers them.",
                            schema = @Schema(type = SchemaType.STRING, format = "uri"))
                    @RestQuery
                    String url,
            @Parameter(
                            description = "Whether they were generated and are nobody's.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String synthetic,
            @Parameter(description = "Version that is to be changed, in quotes; left out when the edition is new.")
                    @RestHeader("If-Match")
                    String ifMatch,
            InputStream body)
            throws SQLException {
        Parameters parameters = new Parameters();
        String ignored = parameters.matching("ignoredCodes", ignoredCodes, CODES);
        String etag = parameters.matching("If-Match", ifMatch, ETAG);
        NewBoundaries asked = new NewBoundaries(
                parameters.matching("edition", edition, EDITION),
                parameters.read(
                        "validFrom", parameters.required("validFrom", validFrom), BoundaryResource::date, "NOT_A_DATE"),
                parameters.text("codeProperty", parameters.required("codeProperty", codeProperty), 100),
                ignored == null ? Set.of() : Set.copyOf(List.of(ignored.split(","))),
                isTrue(parameters, "repair", repair),
                new NewBoundaries.Provenance(
                        parameters.text("publisher", parameters.required("publisher", publisher), 200),
                        parameters.text("title", parameters.required("title", title), 300),
                        parameters.text("licence", parameters.required("licence", licence), 200),
                        parameters.text("attribution", attribution, 500),
                        parameters.matching("url", url, URL)),
                isTrue(parameters, "synthetic", synthetic));
        parameters.check(IngestProblem.DEFINITION_INVALID);
        try {
            return rendered(boundaries.publish(
                    asked,
                    body,
                    Optional.ofNullable(etag).map(quoted -> Long.parseLong(quoted.substring(1, quoted.length() - 1)))));
        } catch (IOException brokenOff) {
            throw new ProblemException(IngestProblem.BODY_INCOMPLETE);
        }
    }

    private static RestResponse<BoundariesView> rendered(BoundariesPublished edition) {
        return RestResponse.ResponseBuilder.ok(BoundariesView.of(edition))
                .tag(Long.toString(edition.version()))
                .build();
    }

    private static boolean isTrue(Parameters parameters, String name, String value) {
        return "true".equals(parameters.matching(name, value, FLAG));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1000 && day.getYear() <= 9999);
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
