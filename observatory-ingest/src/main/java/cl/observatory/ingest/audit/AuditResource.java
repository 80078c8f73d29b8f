package cl.observatory.ingest.audit;

import cl.observatory.audit.AuditHead;
import cl.observatory.audit.Verification;
import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/audit")
@Tag(name = "Load")
@RunOnVirtualThread
public class AuditResource {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_TEXT = 300;

    private final AuditReading audit;

    AuditResource(AuditReading audit) {
        this.audit = audit;
    }

    @GET
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "listAudit",
            summary = "Who changed what, when and why",
            description = "In the order in which it was done; entries are never changed.")
    @APIResponse(responseCode = "200", description = "Entries.")
    public AuditView list(
            @Parameter(description = "Only entries about this: an address below /v1/, such as imports/….") @RestQuery
                    String subject,
            @Parameter(description = "Only entries that concern this data set.") @RestQuery String dataset,
            @Parameter(
                            description = "Only entries behind this number.",
                            schema = @Schema(type = SchemaType.STRING, pattern = "[0-9]{1,18}"))
                    @RestQuery
                    String after,
            @Parameter(
                            description = "At most so many.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "50"))
                    @RestQuery
                    String limit)
            throws SQLException {
        Parameters parameters = new Parameters();
        String behind = parameters.matching("after", after, SEQUENCE);
        AuditReading.Question asked = new AuditReading.Question(
                parameters.text("subject", subject, MAX_TEXT),
                parameters.text("dataset", dataset, MAX_TEXT),
                behind == null ? 0 : Long.parseLong(behind),
                parameters.integer("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT));
        parameters.check();
        return AuditView.of(audit.entries(asked), asked.limit());
    }

    @GET
    @Path("/verification")
    @RolesAllowed("data:approve")
    @Operation(
            operationId = "verifyAudit",
            summary = "Whether the audit is as it was written",
            description = "Goes along the whole chain and names the first entry that was changed, removed, inserted or "
                    + "moved. The end of the chain has to be kept elsewhere: handed in as head, it also finds a chain "
                    + "that was written anew.")
    @APIResponse(responseCode = "200", description = "What was found.")
    public Verification verify(
            @Parameter(description = "An end of the chain that was kept: number, colon, hash.") @RestQuery String head)
            throws SQLException {
        Parameters parameters = new Parameters();
        String kept = parameters.matching("head", head, AuditHead.FORM);
        parameters.check();
        return audit.verify(Optional.ofNullable(kept).map(AuditHead::parse));
    }
}
