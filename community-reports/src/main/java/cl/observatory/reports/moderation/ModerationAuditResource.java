package cl.observatory.reports.moderation;

import cl.observatory.audit.AuditHead;
import cl.observatory.audit.Verification;
import cl.observatory.problem.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/moderation/audit")
@Tag(name = "Moderation")
@RolesAllowed("reports:moderate")
@Cache(noStore = true)
@RunOnVirtualThread
public class ModerationAuditResource {

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_SUBJECT = 100;

    private final ModerationAudit audit;

    ModerationAuditResource(ModerationAudit audit) {
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listModerationAudit",
            summary = "Who opened or decided what, on which day and why",
            description =
                    "About reports of the lanes that lie within the caller's territories, in the order in which it "
                            + "was done; entries are never changed.")
    @APIResponse(responseCode = "200", description = "Entries.")
    public ModerationAuditView list(
            @Parameter(description = "Only entries about this: moderation/reports/ and the id of a report.") @RestQuery
                    String subject,
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
                    String limit) {
        Parameters parameters = new Parameters();
        String behind = parameters.matching("after", after, SEQUENCE);
        String about = parameters.text("subject", subject, MAX_SUBJECT);
        int most = parameters.integer("limit", limit, 1, MAX_LIMIT, USUAL_LIMIT);
        parameters.check();
        return ModerationAuditView.of(audit.entries(behind == null ? 0 : Long.parseLong(behind), about, most), most);
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyModerationAudit",
            summary = "Whether the audit is as it was written",
            description = "Goes along the whole chain and names the first entry that was changed, removed, inserted or "
                    + "moved. The end of the chain has to be kept elsewhere: handed in as head, it also finds a chain "
                    + "that was written anew.")
    @APIResponse(responseCode = "200", description = "What was found.")
    public Verification verify(
            @Parameter(description = "An end of the chain that was kept: number, colon, hash.") @RestQuery
                    String head) {
        Parameters parameters = new Parameters();
        String kept = parameters.matching("head", head, AuditHead.FORM);
        parameters.check();
        return audit.verify(Optional.ofNullable(kept).map(AuditHead::parse));
    }
}
