package cl.observatory.reports.notice;

import cl.observatory.problem.Parameters;
import cl.observatory.problem.ProblemException;
import cl.observatory.reports.ReportsProblem;
import cl.observatory.reports.envelope.PublicDocument;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/v1/privacy-notice")
@Tag(name = "Report")
@PublicDocument
@RunOnVirtualThread
@Authenticated
public class PrivacyNoticeResource {

    private static final Pattern VERSION = Pattern.compile(Notices.VERSION);

    private final Notices notices;

    PrivacyNoticeResource(Notices notices) {
        this.notices = notices;
    }

    @GET
    @Operation(
            operationId = "getPrivacyNotice",
            summary = "What becomes of what a reporter tells",
            description = "Show it before a report is written, and send its version with the report.")
    @APIResponse(responseCode = "200", description = "The notice.")
    public PrivacyNotice get(
            @Parameter(description = "An earlier version; left out for the one that holds.") @RestQuery
                    String version) {
        Parameters parameters = new Parameters();
        parameters.matching("version", version, VERSION);
        parameters.check();
        return version == null
                ? notices.current()
                : notices.version(version)
                        .orElseThrow(() -> new ProblemException(ReportsProblem.UNKNOWN_NOTICE, version));
    }
}
