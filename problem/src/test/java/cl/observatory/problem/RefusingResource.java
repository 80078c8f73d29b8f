package cl.observatory.problem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Answers in every way that is no answer. */
@Path("/things")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class RefusingResource {

    static final String SECRET = "select password from jdbc:postgresql://db";

    private static final Logger LOG = Logger.getLogger(RefusingResource.class);

    /** What {@link #define} reads. */
    public record Thing(
            @NotBlank String name,
            @Min(1) @Max(9) int size,
            List<@Valid @NotNull Part> parts,
            Map<String, @Valid Part> named,
            Kind kind) {}

    /** Of a thing. */
    public record Part(@NotBlank String label) {}

    /** Of a thing. */
    public enum Kind {
        BIG,
        SMALL
    }

    @POST
    public Thing define(@NotNull @Valid Thing body) {
        return body;
    }

    @GET
    public Map<String, String> get(@RestQuery @Max(10) Integer limit) {
        LOG.info("things were asked for");
        return Map.of("limit", String.valueOf(limit));
    }

    @GET
    @Path("/refused")
    public String refuse(@RestQuery String even) {
        ProblemException refusal =
                new ProblemException(RefusalProblem.TRY_LATER, "this one", "that one").withHeader("Retry-After", "30");
        throw even == null
                ? refusal
                : refusal.withFaults(
                        List.of(Fault.inParameter("even", "ODD", even), Fault.inBody("/even", "NOT_ONE_OF", "2, 4")));
    }

    @GET
    @Path("/failed")
    public String fail() {
        throw new IllegalStateException(SECRET, new IllegalArgumentException(SECRET));
    }

    @GET
    @Path("/store/{state}")
    public String failInStore(@RestPath String state) {
        throw new IllegalStateException(SECRET, new SQLException(SECRET, state.equals("none") ? null : state));
    }
}
