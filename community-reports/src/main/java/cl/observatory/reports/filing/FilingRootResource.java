package cl.observatory.reports.filing;

import cl.observatory.problem.Parameters;
import cl.observatory.reports.envelope.PublicDocument;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/filing-roots")
@Tag(name = "Report")
@PublicDocument
@RunOnVirtualThread
@Authenticated
public class FilingRootResource {

    private static final int MOST = 1000;

    private final FilingRepository repository;

    FilingRootResource(FilingRepository repository) {
        this.repository = repository;
    }

    @Schema(name = "FilingRoots", description = "Roots of days, the oldest first, each chained to the one before.")
    record FilingRoots(List<FilingRootView> items, FilingRootPage page) {}

    @Schema(name = "FilingRootPage")
    record FilingRootPage(
            int limit,

            @Schema(description = "Where the next page begins; null when there is none.")
            @JsonInclude(JsonInclude.Include.ALWAYS)
            String nextCursor) {}

    @Schema(
            name = "FilingRoot",
            description =
                    "The root of a day's tree. There is one for every day, whether anybody filed or not. Bytes are in "
                            + "hexadecimal digits.")
    record FilingRootView(
            @Schema(description = "From 1, without gaps.") int number,
            @Schema(description = "In Chile.") LocalDate day,

            @Schema(description = "How many leaves the tree has.", examples = "1024")
            int leaves,

            String root,

            @Schema(description = "SHA-256 of the statement of the root before; zeros for the first.")
            String before,

            @Schema(description = "The Ed25519 key with which the signature verifies.")
            String publicKey,

            @Schema(description = "Of the statement, which the guide to proofs of filing writes out.")
            String signature) {

        static FilingRootView of(FilingRoot root) {
            return new FilingRootView(
                    root.number(),
                    root.day(),
                    root.leaves(),
                    root.root(),
                    root.before(),
                    root.publicKey(),
                    root.signature());
        }
    }

    @GET
    @Operation(
            operationId = "listFilingRoots",
            summary = "By what a proof of filing is verified",
            description =
                    "Every root was sent to all subscribers when it was made: compare, and a root that was changed "
                            + "later is seen.")
    @APIResponse(responseCode = "200", description = "Roots, the oldest first.")
    public FilingRoots list(
            @Parameter(description = "How many at once, 1 to 1000.") @RestQuery String limit,
            @Parameter(description = "Where the page begins: nextCursor of the one before.") @RestQuery String cursor) {
        Parameters parameters = new Parameters();
        int most = parameters.integer("limit", limit, 1, MOST, MOST);
        int after = parameters.integer("cursor", cursor, 0, Integer.MAX_VALUE, 0);
        parameters.check();
        List<FilingRoot> found = repository.roots(after, most + 1);
        List<FilingRoot> shown = found.subList(0, Math.min(most, found.size()));
        return new FilingRoots(
                shown.stream().map(FilingRootView::of).toList(),
                new FilingRootPage(
                        most,
                        found.size() > most ? Integer.toString(shown.getLast().number()) : null));
    }
}
